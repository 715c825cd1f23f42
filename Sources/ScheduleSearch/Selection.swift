import Randomness
import Trials

/// Chooses parents: the best of a few members that are drawn at random.
///
/// Source: Goldberg, Deb, "A comparative analysis of selection schemes used in genetic algorithms",
/// Foundations of Genetic Algorithms 1 (1991), section 2.3.
struct TournamentSelection: Sendable {
    /// How many members are compared; more press harder.
    let contestants: Int

    /// Chooses one parent.
    ///
    /// - Precondition: the population has a member.
    func pick(
        from population: Population,
        using generator: inout PhiloxGenerator
    ) -> GrowthSchedule {
        let members = population.members
        let best = (0..<contestants).reduce(members.count - 1) { best, _ in
            min(best, generator.integer(below: members.count))
        }
        return members[best].schedule
    }
}
