import OperatingSystem
package import ScheduleSearch
package import Studies
import StudyDocuments

/// The file of a known method, such as `configs/methods/rigl.yaml`.
package struct MethodFile: Hashable, Sendable {
    /// Its path.
    package let path: String

    /// The name of the method: that of the file, without its extension.
    package var name: String { Self.methodName(of: path) ?? FilePath.name(of: path) }

    private static let ending = ".yaml"
    /// Steps from the program to its checkout: out of the folders of its build and its machine, and
    /// out of `.build`.
    private static let depth = 4

    /// Finds the file of a method.
    ///
    /// A name with a slash or an ending is the path of the file itself. Another one is looked up in
    /// `methods` beside the config, in `configs/methods` beside the config's folder, and in that of
    /// the checkout from which the program was built.
    ///
    /// - Parameters:
    ///   - configPath: the config's file.
    ///   - program: the path of the running program.
    package init(
        named name: String, besides configPath: String,
        program: String = ChildProcess.currentProgram()
    ) throws(StudyLoadingError) {
        if name.contains("/") || name.hasSuffix(Self.ending) {
            path = name
            return
        }
        let folders = Self.folders(besides: configPath, program: program)
        guard let folder = folders.first(where: { Self.methods(in: $0).contains(name) }) else {
            throw .unknownMethod(
                name: name, known: Array(Set(folders.flatMap(Self.methods))).sorted(),
                folders: folders)
        }
        path = "\(folder)/\(name)\(Self.ending)"
    }

    /// Where methods are looked up, the nearest first; each folder once.
    private static func folders(besides configPath: String, program: String) -> [String] {
        let near = FilePath.folder(of: configPath)
        var folders = ["\(near)/methods"]
        if FilePath.name(of: near) != "configs" { folders.append("\(near)/../configs/methods") }
        var folder = program
        for _ in 0..<depth { folder = FilePath.folder(of: folder) }
        let checkout = "\(folder)/configs/methods"
        return FilePath.absolute(folders[0]) == checkout ? folders : folders + [checkout]
    }

    private static func methods(in folder: String) -> [String] {
        FileFolder.names(in: folder).compactMap(methodName)
    }

    private static func methodName(of path: String) -> String? {
        let name = FilePath.name(of: path)
        return name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : nil
    }

    /// Reads the region of all schedules in which the method's lie.
    package func region(for learning: LearningTask) throws(StudyLoadingError) -> SearchSpace {
        let text: String
        do throws(FileError) {
            text = String(
                decoding: try FileBytes.read(path, mention: "--method", limit: .small("a method")),
                as: UTF8.self)
        } catch {
            throw .file(error)
        }
        do throws(ConfigError) {
            return try MethodDocument.read(yaml: text, file: path, learning: learning)
        } catch {
            throw .config(error)
        }
    }
}
