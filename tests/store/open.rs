use super::*;

#[test]
fn a_setting_survives_closing_and_can_be_undone() {
    let place = Place::new();
    let mut store = place.create();
    store
        .change(ABOUT, at("10:00:01"), |tx| tx.set_setting("chair", "Els"))
        .unwrap();
    store
        .change(ABOUT, at("10:00:02"), |tx| tx.set_setting("chair", "Jan"))
        .unwrap();
    store.close().unwrap();
    let mut store = place.open();
    assert_eq!(store.setting("chair").unwrap().as_deref(), Some("Jan"));
    store.undo(at("10:00:03")).unwrap();
    assert_eq!(store.setting("chair").unwrap().as_deref(), Some("Els"));
    store.undo(at("10:00:03")).unwrap();
    assert_eq!(store.setting("chair").unwrap(), None);
    store.redo(at("10:00:03")).unwrap();
    store.redo(at("10:00:03")).unwrap();
    assert_eq!(store.setting("chair").unwrap().as_deref(), Some("Jan"));
    assert!(store.check().unwrap().is_empty());
}
