import Studies
import Trials

extension LearningTask {
    /// The parameters that apply to classes only; each may be `none`.
    private static let classParameters: [ScheduleParameter] = [.classWeighting, .classSampling]

    /// Refuses parameters for classes if the targets are numbers, since they would have no effect.
    ///
    /// - Parameter section: parameters of schedules, each a single value or a list of choices.
    func refuseClassParameters(in section: DocumentSection) throws(ConfigError) {
        guard self == .regression else { return }
        for parameter in Self.classParameters {
            guard let value = section.value(parameter.rawValue) else { continue }
            for choice in value.elements ?? [value] where choice.text != "none" {
                throw choice.error(expected: "none, because the targets are numbers, not classes")
            }
        }
    }
}
