//! The window: runs the effects that commands ask for (dialogs, files, threads).
