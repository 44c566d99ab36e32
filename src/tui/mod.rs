//! The terminal screen. Draws views, turns keys into commands; never touches the machine.
