import ScheduleSearch

extension StudyDefinition {
    /// The parts of the config in which another definition differs, in words.
    ///
    /// The schedules to start from count once only, so they may differ later.
    package func differences(from other: StudyDefinition) -> [String] {
        let parts: [(String, Bool)] = [
            ("study", name == other.name), ("the data", dataset == other.dataset),
            ("data.task", learning == other.learning), ("data.split", split == other.split),
            ("objective", target == other.target && reliability == other.reliability),
            ("space", space.hasSameSchedules(as: other.space)),
            ("search", search.withoutStart == other.search.withoutStart),
            ("limits", limits == other.limits),
            ("certification", certification == other.certification),
        ]
        return parts.filter { !$0.1 }.map(\.0)
    }
}
