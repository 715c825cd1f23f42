internal import Randomness
internal import SparseLearning
internal import SparseNetworks
internal import Trials

/// Grows a network by one increment at a time.
struct NetworkGrowth {
    private let schedule: GrowthSchedule
    private let connections: ConnectionGrowth
    private let nodes: NodeInsertion
    private let seed: Seed
    private let most: Int
    /// The part of a new node that earlier increments have paid for (in nodes).
    private var nodeDebt = 0.0
    private var growths: UInt64 = 0

    init(_ task: TrainingTask, instructionSet: InstructionSet) {
        schedule = task.schedule
        connections = ConnectionGrowth(task.schedule)
        nodes = NodeInsertion(task.schedule, instructionSet: instructionSet)
        seed = task.seed
        most = min(task.limits.connections, task.schedule.growthLimit)
    }

    /// The connections and nodes of an increment.
    struct Increment: Equatable {
        var connections: Int
        var nodes: Int
        var isEmpty: Bool { connections == 0 && nodes == 0 }
    }

    /// Computes the next increment; fractions of nodes are kept for later growths.
    ///
    /// If there are too few absent connections, the rest goes to nodes, unless nodes are off. An
    /// increment that would be empty because it does not pay for a whole node becomes one node.
    mutating func nextIncrement(for network: SparseNetwork, rows: Int) -> Increment {
        let limit = limit(for: network, rows: rows)
        let present = network.connectionCount
        let absent = connections.absentCount(in: network)
        let size = max(1, Int((schedule.incrementSize * Double(present)).rounded()))
        let cost = nodes.cost(in: network)
        let wantsNodes = schedule.nodeInsertionRate > 0
        let forNodes = schedule.nodeInsertionRate * Double(size)
        let overflow = wantsNodes ? max(0, Double(size - absent) - forNodes) : 0
        nodeDebt += (forNodes + overflow) / Double(cost)
        var increment = Increment(connections: 0, nodes: Int(nodeDebt))
        if wantsNodes, absent == 0, increment.nodes == 0 { increment.nodes = 1 }
        nodeDebt = max(0, nodeDebt - Double(increment.nodes))
        increment.nodes = min(increment.nodes, max(0, limit - present) / cost)
        let rest = max(size - Int(forNodes.rounded()), increment.nodes == 0 ? 1 : 0)
        increment.connections = min(
            rest,
            absent,
            max(0, limit - present - increment.nodes * cost)
        )
        return increment
    }

    /// The connections at which growth ends.
    ///
    /// With about half as many weights as targets of the training rows (rows · outputs) a network
    /// can learn them by heart (Cover 1965); more are for the overshoot and for what is hard to
    /// learn.
    private func limit(for network: SparseNetwork, rows: Int) -> Int {
        guard schedule.growthCapacity > 0 else { return most }
        let capacity = schedule.growthCapacity * Double(rows * network.outputCount)
        return capacity < Double(most) ? max(1, Int(capacity)) : most
    }

    /// Grows a copy of a learner's network.
    ///
    /// - Returns: the multiply–adds outside the workspace; `nil` if the network could not grow.
    mutating func grow(
        _ network: inout SparseNetwork,
        of learner: Learner
    ) -> Int? {
        let increment = nextIncrement(for: network, rows: learner.table.rowCount)
        guard !increment.isEmpty else { return nil }
        var generator = seed.derived(for: .growth, index: growths).generator()
        var nodeGenerator = seed.derived(for: .nodeInsertion, index: growths).generator()
        growths += 1
        let sample = sample(of: learner.table, &generator)
        let scores = learner.scores(on: sample)
        let dropped = network.leastUseful(
            Int((schedule.growthDropFraction * Double(network.connectionCount)).rounded()),
            by: .activation, scores)
        let added = connections.choose(
            increment.connections + dropped.count,
            for: network,
            by: scores,
            generator: &generator
        )
        network.removeConnections(at: dropped)
        network.add(added)
        return nodes.insert(
            increment.nodes,
            into: &network,
            by: scores,
            sample: sample,
            of: learner.table,
            generator: &nodeGenerator
        )
    }

    private func sample(
        of table: RowTable,
        _ generator: inout PhiloxGenerator
    ) -> RowSelection {
        let wanted = schedule.scoreSamples
        guard table.rowCount > wanted else { return .consecutive(0..<table.rowCount) }
        let rows = generator.sample(wanted, below: table.rowCount)
        return .ordered(rows.map(Int32.init), 0..<wanted)
    }
}
