//! What stood beside each other on two laptops, on the page that tells a pupil everything: in words, as all of it.

use dakpan::app::papers::give_access;
use dakpan::store::About;
use dakpan::text::{Catalog, Lang};
use serde_json::json;
use tempfile::TempDir;

use super::canaries::pdf;
use crate::desk::Desk;

#[test]
fn a_conflict_is_told_without_codes_of_the_program() {
    let (desk, table) = Desk::with_pupils(1);
    let (now, pupil) = (desk.now, table.pupils[0]);
    let about = About {
        intent: "settle_conflict",
        pupil: Some(pupil),
        meeting: None,
    };
    let row = json!({"id": 900, "pupil": pupil, "record": "pupil", "row_key": format!("[{pupil}]"), "field": "wish",
        "other": "\"paardenwens\"", "other_at": "2026-06-02T10:00:00+02:00", "other_by": "Els Vos",
        "settled_on": "2026-06-03", "here": "\"hondenwens\"", "kept": "other", "stood": 912_345_678});
    let folder = TempDir::new().unwrap();
    let _desk = desk.with_store(|store| {
        store
            .change(about, now, |tx| tx.put_image("conflict", &row.to_string()))
            .unwrap();
        for (lang, told) in [
            (Lang::Nl, ["wens", "waarde die hier stond", "de andere waarde"]),
            (Lang::En, ["wish", "value that stood here", "the other value"]),
        ] {
            let files = give_access(store, pupil, folder.path(), now, Catalog::of(lang)).unwrap();
            let text = pdf(&std::fs::read(&files[0]).unwrap());
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for word in told.iter().chain(&["paardenwens", "hondenwens"]) {
                assert!(text.contains(word), "{word}: {text}");
            }
            for raw in ["kept", "\"paardenwens", "\"hondenwens", "912345678", "row key"] {
                assert!(!text.contains(raw), "{raw}: {text}");
            }
        }
    });
}
