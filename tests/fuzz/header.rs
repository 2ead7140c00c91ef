//! Any file under the name of a table file: told what it is, and left as it was.

use dakpan::store::{Opening, Secret, Store, recognise};
use tempfile::TempDir;
use zeroize::Zeroizing;

use super::fuzz;
use crate::store::at;

#[test]
fn any_file_is_recognised_or_refused_and_left_as_it_was() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("tafel.dakpan");
    fuzz("header", "header", 300, |bytes| {
        std::fs::write(&path, bytes).unwrap();
        if recognise(&path).is_ok() {
            let opened = Store::open(Opening {
                path: path.clone(),
                secret: Secret::KeyFile(Zeroizing::new([3; 32])),
                now: at("10:00:00"),
                who: "Test".into(),
                seed: 7,
                salt: None,
            });
            opened.expect_err("nobody has the key of these bytes");
        }
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
        let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
        assert_eq!(names.len(), 1, "nothing is left beside it: {names:?}");
    });
}
