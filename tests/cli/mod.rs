//! Tests of the room `cli`: what the commands do, on real encrypted files.

mod demo;
