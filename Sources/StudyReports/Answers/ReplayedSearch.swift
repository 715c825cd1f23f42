/// How a search over recorded trainings came out: an answer of `espalier benchmark search`, which
/// has one for each repeat.
///
/// JSON has seconds and connections to thousandths.
package struct ReplayedSearch: Hashable, Sendable {
    /// The name of the method.
    package let method: String
    /// Workers, each of which trains one network at a time.
    package let workers: Int
    /// The number of the repeat.
    package let number: Int
    /// The target score.
    package let target: Double
    /// Worker time that the search could spend (s).
    package let budgetSeconds: Double
    /// Worker time that it spent (s).
    package let computeSeconds: Double
    /// Trainings, those that certify included.
    package let trials: Int
    /// Trainings that the strategy proposed.
    package let searchTrials: Int
    /// The cell of the schedule that it returned; `nil` if it has none.
    package let returned: Int?
    /// Connections of that schedule by the table's seeds, some of which the search has seen.
    package let returnedConnections: Double?
    /// The cell of the best schedule at evenly spaced points of the budget.
    package let anytime: [Best]

    /// The best schedule at a point of the budget.
    package struct Best: Hashable, Sendable {
        /// Worker time until then (s).
        package let seconds: Double
        /// Its cell; `nil` if there was none.
        package let cell: Int?

        /// Notes a point of the budget.
        package init(seconds: Double, cell: Int?) {
            self.seconds = seconds
            self.cell = cell
        }
    }

    /// Sums up a search.
    package init(
        method: String, workers: Int, number: Int, target: Double, budgetSeconds: Double,
        computeSeconds: Double, trials: Int, searchTrials: Int, returned: Int?,
        returnedConnections: Double?, anytime: [Best]
    ) {
        self.method = method
        self.workers = workers
        self.number = number
        self.target = target
        self.budgetSeconds = budgetSeconds
        self.computeSeconds = computeSeconds
        self.trials = trials
        self.searchTrials = searchTrials
        self.returned = returned
        self.returnedConnections = returnedConnections
        self.anytime = anytime
    }

    /// The line that shows the search to the user.
    package var line: String {
        let cell = returned.map { "cell \($0)" } ?? "nothing"
        let cost = returnedConnections.map { " of \(Figure.fixed($0, 1)) connections" } ?? ""
        return "repeat \(number): \(trials) trainings, returned \(cell)\(cost)"
    }
}

extension ReplayedSearch: Encodable {
    private enum CodingKeys: String, CodingKey {
        case method, workers, target, trials, returned, anytime
        case number = "repeat"
        case budgetSeconds = "budget_seconds"
        case computeSeconds = "compute_seconds"
        case searchTrials = "search_trials"
        case returnedConnections = "returned_connections"
    }

    /// Writes it, rounded.
    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(method, forKey: .method)
        try fields.encode(workers, forKey: .workers)
        try fields.encode(number, forKey: .number)
        try fields.encode(target, forKey: .target)
        try fields.encode(budgetSeconds.inThousandths, forKey: .budgetSeconds)
        try fields.encode(computeSeconds.inThousandths, forKey: .computeSeconds)
        try fields.encode(trials, forKey: .trials)
        try fields.encode(searchTrials, forKey: .searchTrials)
        try fields.encodeIfPresent(returned, forKey: .returned)
        try fields.encodeIfPresent(
            returnedConnections?.inThousandths, forKey: .returnedConnections)
        try fields.encode(anytime, forKey: .anytime)
    }
}

/// Written as `[seconds, cell]`, because there are many.
extension ReplayedSearch.Best: Encodable {
    /// Writes the two values.
    package func encode(to encoder: any Encoder) throws {
        var pair = encoder.unkeyedContainer()
        try pair.encode(seconds.inThousandths)
        try pair.encode(cell)
    }
}

extension Double {
    fileprivate var inThousandths: Double { (self * 1000).rounded() / 1000 }
}
