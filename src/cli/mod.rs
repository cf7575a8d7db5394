//! The command line: one file per subcommand. Data on stdout, messages on stderr.
