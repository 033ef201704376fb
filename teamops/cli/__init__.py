"""The command line: the rules and services of the screens; what is heavy is imported when it is needed."""
