internal import Randomness
internal import ScheduleSearch
internal import Studies
internal import Trials

extension TrainingTable {
    /// The study that searches the table's space.
    func definition(_ setting: ReplaySetting) -> StudyDefinition {
        StudyDefinition(
            name: heading.name, dataset: heading.dataset, learning: heading.learning,
            split: heading.split, target: setting.target, space: space(setting),
            search: SearchSettings(
                strategy: setting.search.strategy,
                seed: Seed(rawValue: 1).derived(
                    for: .simulation, index: UInt64(setting.number)),
                start: setting.search.start, racing: setting.search.racing,
                capping: setting.search.capping),
            limits: heading.limits, certification: setting.certification)
    }

    private func space(_ setting: ReplaySetting) -> SearchSpace {
        guard setting.startsAnywhere else { return heading.space }
        // A prime spreads the starts over the grid; the rival searches in Python use the same rule.
        let cell = setting.number * 7919 % grid.count
        return heading.space.with(base: grid.schedule(at: cell))
    }

    /// Checks that the table can answer for a target.
    func check(_ target: TargetScore) throws(TableError) {
        let recorded = heading.target
        let isEasier = recorded.shortfall(of: target.value) >= 0
        let isGrowth = !heading.space.allowsThinning
        guard target.metric == recorded.metric, target == recorded || isGrowth && isEasier else {
            throw .unreadableTarget(
                expected: "\(recorded.value)\(isGrowth ? " or an easier one" : "")")
        }
    }
}

extension SearchSpace {
    /// Whether any schedule of the space thins.
    fileprivate var allowsThinning: Bool {
        let dimension = dimensions.first { $0.parameter == .thinning }
        guard case .category(let choices)? = dimension?.domain else {
            return base[.thinning] != .category("none")
        }
        return choices != ["none"]
    }
}
