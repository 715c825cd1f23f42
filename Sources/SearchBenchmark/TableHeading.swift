package import ScheduleSearch
package import Studies
package import Trials

/// What all trainings of a table have in common; the first line of its file, as JSON.
package struct TableHeading: Hashable, Codable, Sendable {
    /// The name of the study whose config was recorded.
    package let name: String
    /// The digest of the dataset.
    package let dataset: DatasetDigest
    /// The kind of target that the data have.
    package let learning: LearningTask
    /// How the rows are split.
    package let split: SplitPlan
    /// The target of the trainings.
    package let target: TargetScore
    /// The limits of each training.
    package let limits: TrainingLimits
    /// The search space.
    package let space: SearchSpace
    /// The levels of each dimension, in the order of the space.
    package let levels: [[ParameterValue]]

    /// Makes the heading for a recording of a study's space.
    package init(of definition: StudyDefinition, grid: ScheduleGrid) {
        name = definition.name
        dataset = definition.dataset
        learning = definition.learning
        split = definition.split
        target = definition.target
        limits = definition.limits
        space = definition.space
        levels = grid.levels
    }

    /// The task of a recorded training.
    package func task(of schedule: GrowthSchedule, seed number: Int) -> TrainingTask {
        TrainingTask(
            schedule: schedule, dataset: dataset, split: split, target: target,
            seed: .recorded(number), limits: limits)
    }

    /// The heading with each level as a value of its dimension's type, because JSON writes 2.0 as
    /// 2; `nil` if a level is not legal.
    package var adapted: TableHeading? {
        guard levels.count == space.dimensions.count else { return nil }
        let values = zip(space.dimensions, levels).map { dimension, values in
            values.map { $0.adapted(to: dimension.domain) }
        }
        let isLegal = zip(space.dimensions, values).allSatisfy { dimension, values in
            !values.isEmpty && values.allSatisfy(dimension.domain.contains)
        }
        return isLegal ? TableHeading(self, levels: values) : nil
    }

    private init(_ heading: TableHeading, levels: [[ParameterValue]]) {
        name = heading.name
        dataset = heading.dataset
        learning = heading.learning
        split = heading.split
        target = heading.target
        limits = heading.limits
        space = heading.space
        self.levels = levels
    }
}
