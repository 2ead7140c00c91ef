//! Files in and out, as schools and colleagues really send them.

mod lists;
