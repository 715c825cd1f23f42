package import ScheduleSearch
package import Studies

/// Files of known methods: each says in which region of all schedules the method's lie.
package enum MethodDocument {
    /// Reads a region, which is written like the `space:` of a config.
    ///
    /// - Parameters:
    ///   - yaml: the text.
    ///   - file: the name of the document, for error messages.
    ///   - learning: the task that is searched.
    /// - Throws: `ConfigError` for the first thing that is wrong.
    package static func read(
        yaml: String, file: String, learning: LearningTask
    ) throws(ConfigError) -> SearchSpace {
        let document = try parseSection(yaml: yaml, file: file, known: ["space"])
        let space = try document.required(
            "space", expected: "the method's parameters: values and ranges")
        return try SearchSpace(space, learning: learning)
    }

    /// The known name that was probably meant; `nil` if none is near enough.
    package static func nearest(to name: String, among known: [String]) -> String? {
        nearestWord(to: name, among: known)
    }
}
