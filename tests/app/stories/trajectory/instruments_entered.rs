//! Instruments by keys: the register that is put off, a wage value, a span with its outcome.

use super::*;

#[test]
fn the_register_is_put_off_until_and_because() {
    let (mut desk, pupil) = at_second();
    desk.press("n i d")
        .sees("doelgroepregister")
        .press("Enter")
        .sees("moet ingevuld");
    desk.write("over 1 jaar")
        .press("Enter")
        .sees("moet ingevuld")
        .write("ontwikkelt zich nog")
        .press("Enter");
    let register = instruments(&desk, pupil).remove(0);
    assert_eq!(register.kind, InstrumentKind::TargetGroupRegister);
    assert_eq!(register.deferred_until, Some(day("2027-06-03")));
    assert_eq!(register.deferred_reason, "ontwikkelt zich nog");
    desk.sees("doelgroepregister uitgesteld tot")
        .sees("ontwikkelt zich nog");
    desk.press("F8")
        .sees_not("doelgroepregister")
        .sees_not("ontwikkelt zich");
    // A year later it is applied for and entered.
    desk.private();
    point_at(&mut desk, Part::Instrument(register.id));
    desk.press("Enter Tab Tab Tab")
        .write("1-6-2027")
        .press("Tab")
        .write("eind juni 2027")
        .press("Enter");
    let register = instruments(&desk, pupil).remove(0);
    assert_eq!(
        (register.requested, register.started),
        (Some(day("2027-06-01")), Some(day("2027-06-30")))
    );
    assert_eq!(
        register.deferred_until,
        Some(day("2027-06-03")),
        "that it was put off stays"
    );
}

#[test]
fn a_wage_value_is_measured_and_seen_in_private_only() {
    let (mut desk, pupil) = at_second();
    desk.press("n i Tab Tab")
        .write("+6w")
        .press("Tab")
        .write("45")
        .press("Enter");
    let measured = instruments(&desk, pupil).remove(0);
    assert_eq!(measured.kind, InstrumentKind::WageValueAssessment);
    assert_eq!(
        (measured.requested, measured.decided),
        (Some(day("2026-06-03")), Some(day("2026-07-15")))
    );
    assert_eq!(measured.value, Some(45));
    desk.sees("45%");
    for size in [(80, 24), (120, 36), (200, 50)] {
        desk.press("F8");
        let shared = desk.screen(size.0, size.1);
        assert!(!shared.contains("45%") && !shared.contains("loonwaarde"), "{shared}");
        desk.private();
    }
}

#[test]
fn a_span_has_party_result_and_a_day_to_look_again() {
    let (mut desk, pupil) = at_second();
    desk.press("n i p")
        .sees("proefplaatsing")
        .press("p")
        .sees("participatieplek");
    desk.press("Tab")
        .write("1 september")
        .press("Tab Tab")
        .write("soc")
        .press("Tab")
        .write("loopt")
        .press("Enter");
    let span = instruments(&desk, pupil).remove(0);
    assert_eq!(span.kind, InstrumentKind::ParticipationPlacement);
    assert_eq!(
        (span.started, span.ended),
        (Some(day("2026-09-01")), Some(day("2028-08-31")))
    );
    assert_eq!((span.review, span.result.as_str()), (Some(day("2027-06-01")), "loopt"));
    assert_eq!(span.party_name.as_deref(), Some("Sociale Dienst"));
}
