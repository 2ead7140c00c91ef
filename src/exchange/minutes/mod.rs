//! Documents of a meeting: minutes, agenda, a page for the young person, lists of actions.
//!
//! The way out has three steps. [`input`] is what may be told: domain values in types without a private field, so
//! that a working note, a surname or a birth date cannot be written by mistake. [`content`] makes a [`Document`] of it
//! in words of the language in force. [`render`] writes that document as Markdown, DOCX or PDF. Nothing here knows the
//! time or opens a file.

pub mod content;
mod docx;
pub mod input;
mod markdown;
pub mod model;
mod pdf;

use thiserror::Error;

pub use model::Document;

/// The forms of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text with marks.
    Markdown,
    /// A word processor's file.
    Docx,
    /// Tagged PDF that meets PDF/UA-1.
    Pdf,
}

/// Why a document could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RenderError {
    /// The bytes of a DOCX could not be put together.
    #[error("DOCX")]
    Docx,
    /// The PDF did not pass its own check, or a font could not be read.
    #[error("PDF")]
    Pdf,
}

/// Writes a document in a form, as bytes.
///
/// # Errors
/// [`RenderError`] when the library that writes the form refuses; never because of what the texts say: letters that
/// the font lacks are shown as a box and kept as text behind it.
pub fn render(document: &Document, form: Form) -> Result<Vec<u8>, RenderError> {
    match form {
        Form::Markdown => Ok(markdown::render(document).into_bytes()),
        Form::Docx => docx::render(document).map_err(|_| RenderError::Docx),
        Form::Pdf => pdf::render(document).ok_or(RenderError::Pdf),
    }
}
