import Studies
import Trials

extension LearningTask {
    /// Refuses parameters for classes if the targets are numbers, since they would have no effect;
    /// only their default is accepted.
    ///
    /// - Parameter section: parameters of schedules, each a single value or a list of choices.
    func refuseClassParameters(in section: DocumentSection) throws(ConfigError) {
        guard self == .regression else { return }
        for parameter in ScheduleParameter.allCases where parameter.definition.isForClasses {
            guard let value = section.value(parameter.rawValue) else { continue }
            let idle = parameter.definition.defaultValue.description
            for choice in value.elements ?? [value] where choice.text != idle {
                throw choice.error(
                    expected: "\(idle), because the targets are numbers, not classes")
            }
        }
    }
}
