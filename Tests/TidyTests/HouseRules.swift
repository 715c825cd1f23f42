/// The words that are banned, and where.
enum HouseRules {
    /// What no ground room may contain: each would let equal inputs give unequal outputs.
    static let ground: [Rule] = clocks + dice + threads

    private static let clocks =
        [
            "ContinuousClock", "SuspendingClock", "Date(", ".now", "clock_gettime", "gettimeofday",
        ].map { word in
            Rule(
                word,
                instead: "take the instant as an argument from a room upstairs",
                planted: "let start = \(word)"
            )
        } + [
            Rule(
                "time(",
                as: .freeFunction,
                instead: "take the instant as an argument from a room upstairs",
                planted: "let start = time(nil)"
            )
        ]

    private static let dice: [Rule] = [
        Rule(
            "SystemRandomNumberGenerator",
            instead: useSeed,
            planted: "var dice = SystemRandomNumberGenerator()"
        ),
        Rule(
            ".random(in:",
            as: .callWithout(argument: "using:"),
            instead: useSeed,
            planted: "let share = Double.random(\n    in: 0...1)"
                .replacing("\n    ", with: "")
        ),
        Rule(".random()", instead: useSeed, planted: "let isHeads = Bool.random()"),
        Rule(".randomElement()", instead: useSeed, planted: "let pick = rows.randomElement()"),
        Rule(".shuffled()", instead: useSeed, planted: "let order = rows.shuffled()"),
        Rule(".shuffle()", instead: useSeed, planted: "rows.shuffle()"),
        Rule("rand(", as: .freeFunction, instead: useSeed, planted: "int pick = rand();"),
    ]

    private static let useSeed = "draw from the PhiloxGenerator of a derived Seed"

    private static let threads =
        ["Thread", "Task", "async", "await", "Mutex"].map { word in
            Rule(
                word,
                instead: "compute here, and let a room upstairs decide on which thread",
                planted: "\(word) { train() }"
            )
        }
        + ["debugPrint(", "dump("].map { word in
            Rule(
                word,
                as: .freeFunction,
                instead: "return the value, and let a room upstairs show it",
                planted: "\(word)network)"
            )
        }

    /// What no Swift source may contain.
    static let everywhere: [Rule] = [
        Rule(
            "try!",
            instead: "throw on, or catch and say what to do next",
            planted: "let text = try! read()"
        ),
        Rule(
            "as!",
            instead: "use `as?` and say what was expected, or an enum",
            planted: "let row = value as! Row"
        ),
        Rule(
            "fatalError(",
            as: .freeFunction,
            instead: "trap a bug with a precondition that quotes the values",
            planted: "fatalError(\"unreachable\")"
        ),
        Rule(
            "FIXME",
            as: .wordsOrComment,
            instead: "fix it, or open an issue",
            planted: "// FIXME: off by one"
        ),
        Rule(
            "TODO",
            as: .wordsOrComment,
            instead: "do it, or open an issue",
            planted: "/* TODO later */"
        ),
        Rule(
            "for unsafe",
            instead: "loop over a Span, indices or utf8, since the formatter "
                + "of Swift 6.3 breaks this loop",
            planted: "for unsafe byte in unsafe buffer {}"
        ),
        Rule(
            "@testable",
            instead: "use package access: tests run in release mode",
            planted: "@testable import Trials"
        ),
    ]

    /// What only the command line may contain.
    static let printing = Rule(
        "print(",
        as: .freeFunction,
        instead: "return a value or log, and let Sources/espalier print",
        planted: "print(best)"
    )

    /// What only `ZeroMQ` may contain, beside a comment that says why it is safe.
    static let unchecked: [Rule] = ["nonisolated(unsafe)", "@unchecked Sendable"].map { word in
        Rule(
            word,
            instead: "make the type a value or guard it with a Mutex; only ZeroMQ may promise "
                + "this, with a comment beside it",
            planted: "\(word) var socket"
        )
    }

    /// What the name of no file may contain: it says nothing of what the file holds.
    static let emptyNames = ["Util", "Helper", "Manager"]

    /// Finds every place where a source breaks a rule of its part of the repository.
    static func violations(in file: SourceFile) -> [Violation] {
        var found: [Violation] = []
        if file.isSwift {
            found += everywhere.flatMap { rule in rule.violations(in: file) }
            found += unchecked.flatMap { rule in rule.violations(in: file) }
                .filter { violation in !isExcused(violation, in: file) }
            if file.target != "espalier" { found += printing.violations(in: file) }
        }
        if file.isInRoom, let room = file.target, RoomTable.ground[room] != nil {
            found += ground.flatMap { rule in rule.violations(in: file) }
        }
        return found + nameViolations(of: file)
    }

    private static func isExcused(_ violation: Violation, in file: SourceFile) -> Bool {
        guard file.isInRoom, file.target == "ZeroMQ", let line = violation.line else {
            return false
        }
        return file.hasComment(besideLine: line)
    }

    private static func nameViolations(of file: SourceFile) -> [Violation] {
        let name = file.path.split(separator: "/").last ?? ""
        return emptyNames.filter(name.contains).map { word in
            Violation(
                path: file.path,
                finding: "a file named \(word)",
                remedy: "name it after the idea it holds"
            )
        }
    }
}
