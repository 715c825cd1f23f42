/// One call of a state machine: when it is, and what is to be done outside.
struct Turn<Directive> {
    /// The time of the call.
    let instant: Instant
    /// What is to be done outside, in this order.
    private(set) var directives: [Directive] = []

    init(at instant: Instant) {
        self.instant = instant
    }

    /// Adds something to do outside, after what is there.
    mutating func add(_ directive: Directive) {
        directives.append(directive)
    }
}
