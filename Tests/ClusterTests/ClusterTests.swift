import Testing

/// Tests with real processes of the command line, one after the other.
///
/// The limit is for what hangs for ever. No test may depend on how fast the machine is.
@Suite(.serialized, .timeLimit(.minutes(30)))
enum ClusterTests {}
