extension GrowthSchedule {
    /// Tells whether a parameter means something in this schedule; if not, its value changes no
    /// training.
    public func means(_ parameter: ScheduleParameter) -> Bool {
        let conditions = parameter.definition.conditions
        return conditions.isEmpty
            || conditions.contains { $0.holds(for: self) && means($0.parameter) }
    }

    /// The parameters that mean something in this schedule, in the order of the table.
    ///
    /// - Complexity: O(parameters · conditions).
    public var meaningfulParameters: [ScheduleParameter] {
        ScheduleParameter.allCases.filter(means)
    }
}
