//! Redraws `screenshots/` from the program's own views, and writes the keys in README.md anew from the program's own
//! table: `cargo run --example pictures`. A picture that no scene makes any more is taken away, so that the folder is
//! what the program looks like and nothing else.

#![allow(
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    unreachable_pub
)]

// The desk serves the tests too, which ask more of it than a picture does.
#[allow(dead_code, unused_imports)]
#[path = "../desk/mod.rs"]
mod desk;
mod draw;
#[path = "../readme/keys.rs"]
mod keys;
mod lines;
mod palette;
mod scenes;

use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = top.join("README.md");
    let text = fs::read_to_string(&readme)?;
    let renewed = keys::renewed(&text).ok_or("README.md has no marks around its keys")?;
    if renewed != text {
        println!("keys  README.md");
        fs::write(&readme, renewed)?;
    }
    let folder = top.join("screenshots");
    fs::create_dir_all(&folder)?;
    let mut kept = Vec::new();
    for (name, buffer, cursor) in scenes::scenes() {
        let file = folder.join(format!("{name}.png"));
        let bytes = draw::picture(name, &buffer, cursor)?;
        let same = fs::read(&file).is_ok_and(|before| before == bytes);
        println!("{} {name}.png", if same { "same " } else { "drawn" });
        if !same {
            fs::write(&file, bytes)?;
        }
        kept.push(file);
    }
    for entry in fs::read_dir(&folder)? {
        let file = entry?.path();
        if file.extension().is_some_and(|ending| ending == "png") && !kept.contains(&file) {
            println!("gone  {}", file.display());
            fs::remove_file(file)?;
        }
    }
    Ok(())
}
