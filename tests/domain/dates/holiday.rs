//! Which holiday *de vakantie* is: only that of summer is known.

use dakpan::domain::dates::read_date;

use super::{day, on};

#[test]
fn the_holiday_is_that_of_summer_only_while_no_other_comes_before_it() {
    let summer_end = Some(day("2027-08-23"));
    for (today, expected) in [
        ("2026-11-23", None),
        ("2027-01-04", None),
        ("2027-05-31", None),
        ("2027-06-01", summer_end),
        ("2027-08-01", summer_end),
        ("2027-08-22", summer_end),
    ] {
        let mut context = on(today);
        context.summer_end = summer_end;
        assert_eq!(read_date("na de vakantie", &context), expected, "{today}");
        assert_eq!(read_date("na de zomervakantie", &context), summer_end, "{today}");
    }
    assert_eq!(read_date("na de vakantie", &on("2027-06-01")), None, "no region is set");
    let mut autumn = on("2027-09-01");
    autumn.summer_end = Some(day("2028-08-28"));
    assert_eq!(
        read_date("na de vakantie", &autumn),
        None,
        "the autumn holiday comes first"
    );
}
