public import Randomness
public import Trials

/// Evolves a population of schedules, one trial at a time, without ever waiting for a generation.
///
/// The first schedules are the base and a design around it. From then on each trial is a mutated
/// child of two good schedules among those told so far, whichever they are: a slow trial delays
/// nobody, and joins the population when it is told.
///
/// Source: the steady-state genetic algorithm of Whitley, "The GENITOR algorithm and selection
/// pressure", ICGA 3 (1989), run asynchronously.
public struct EvolutionSearch: SearchStrategy {
    /// Members of the population, and schedules of the initial design.
    private static let populationSize = 24
    /// Measured members below which there is nothing to breed from.
    private static let quorum = 4
    /// Trials that are drawn anew, to keep the population from growing alike.
    private static let immigration = 0.05
    /// Mutations of a child that was tried before, until it may be tried again.
    private static let retries = 8

    private let space: SearchSpace
    private let seed: Seed
    private let design: InitialDesign
    private let selection = TournamentSelection(contestants: 3)
    private let crossover = Crossover(blendShare: 0.3, overshoot: 0.25)
    private let mutation = Mutation(steps: 0.01...0.25, extraChanges: 1)
    private var population = Population(capacity: populationSize)
    private var askedCount = 0
    /// The marks of all schedules that were tried, which are small; its order decides nothing.
    private var asked: Set<UInt64> = []

    /// Searches a space.
    public init(space: SearchSpace, seed: Seed) {
        self.space = space
        self.seed = seed
        // Trials count from 1, so index 0 is free for the design.
        design = InitialDesign(
            space: space,
            count: Self.populationSize,
            generator: seed.derived(for: .strategy, index: 0).generator()
        )
    }

    /// Chooses a schedule that was not asked before, as far as a few attempts find one.
    ///
    /// - Complexity: O(dimensions), whatever the number of trials.
    public mutating func ask(for trial: TrialID) -> GrowthSchedule {
        var generator = seed.generator(for: trial)
        var chosen = proposal(using: &generator)
        for _ in 0..<Self.retries where asked.contains(chosen.mark) {
            chosen = mutation.mutant(of: chosen, in: space, using: &generator)
        }
        adopt(chosen, for: trial)
        return chosen
    }

    /// Notes that the schedule was tried.
    public mutating func adopt(_ schedule: GrowthSchedule, for trial: TrialID) {
        askedCount += 1
        asked.insert(schedule.mark)
    }

    /// Learns how a trial fared; what lies outside the space is moved to its edge.
    public mutating func tell(_ evaluation: Evaluation) {
        population.insert(
            Evaluation(
                trial: evaluation.trial,
                schedule: space.nearest(to: evaluation.schedule),
                fitness: evaluation.fitness
            )
        )
    }

    private func proposal(using generator: inout PhiloxGenerator) -> GrowthSchedule {
        if askedCount < design.schedules.count { return design.schedules[askedCount] }
        guard isReadyToBreed, !generator.chance(Self.immigration) else {
            return space.draw(using: &generator)
        }
        let child = crossover.child(
            of: selection.pick(from: population, using: &generator),
            and: selection.pick(from: population, using: &generator),
            in: space,
            using: &generator
        )
        return mutation.mutant(of: child, in: space, using: &generator)
    }

    /// The worst come last, so where the last of a quorum was measured, so were the others.
    private var isReadyToBreed: Bool {
        population.members.count >= Self.quorum
            && population.members[Self.quorum - 1].fitness != .failed
    }
}
