//! Locking for one receiver and opening with the receiver's own key: age with X25519.

use std::str::FromStr;

use age::secrecy::ExposeSecret;
use age::x25519::{Identity, Recipient};
use age::{DecryptError, decrypt, encrypt};
use zeroize::Zeroizing;

use super::wire::MOST_BYTES;

/// Why something is not locked or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locked {
    /// The receiver's key is not one: it begins with `age1`.
    NoKey,
    /// The own secret half is damaged.
    NoSecret,
    /// It was locked for another receiver.
    ForSomebodyElse,
    /// It is not in the age format, or damaged.
    NotOpened,
    /// It is more than anybody could open.
    TooLarge,
}

/// The secret half of a new key.
#[must_use]
pub fn new_secret() -> Zeroizing<String> {
    Zeroizing::new(Identity::generate().to_string().expose_secret().to_owned())
}

/// The public half of a key, `age1…`, for whoever makes a bundle.
///
/// # Errors
/// [`Locked::NoSecret`].
pub fn public_half(secret: &str) -> Result<String, Locked> {
    let own = Identity::from_str(secret).map_err(|_| Locked::NoSecret)?;
    Ok(own.to_public().to_string())
}

/// Locks a text for a receiver.
///
/// # Errors
/// [`Locked::NoKey`], and [`Locked::TooLarge`] when it would be more than [`MOST_BYTES`]: who opens it takes no more.
pub fn lock(receiver: &str, text: &[u8]) -> Result<Vec<u8>, Locked> {
    let receiver = Recipient::from_str(receiver.trim()).map_err(|_| Locked::NoKey)?;
    if text.len() > MOST_BYTES {
        return Err(Locked::TooLarge);
    }
    let locked = encrypt(&receiver, text).map_err(|_| Locked::NoKey)?;
    match locked.len() {
        0..=MOST_BYTES => Ok(locked),
        _ => Err(Locked::TooLarge),
    }
}

/// Opens what was locked for the own key.
///
/// # Errors
/// [`Locked::NoSecret`], [`Locked::ForSomebodyElse`], [`Locked::NotOpened`].
pub fn unlock(secret: &str, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, Locked> {
    let own = Identity::from_str(secret).map_err(|_| Locked::NoSecret)?;
    match decrypt(&own, bytes) {
        Ok(text) => Ok(Zeroizing::new(text)),
        Err(DecryptError::NoMatchingKeys) => Err(Locked::ForSomebodyElse),
        Err(_) => Err(Locked::NotOpened),
    }
}
