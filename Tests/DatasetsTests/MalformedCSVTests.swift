import Datasets
import Testing

@Suite struct MalformedCSVTests {
    @Test(arguments: [
        (
            "a,b,y\n1,2,0\n3,abc,1\n",
            #"t.csv:3: column 2 (b) is "abc", expected a number"#
        ),
        ("a,y\n0x10,0\n", #"t.csv:2: column 1 (a) is "0x10", expected a number"#),
        ("a,y\n1.5.2,0\n", #"t.csv:2: column 1 (a) is "1.5.2", expected a number"#),
        ("a,y\n-,0\n", #"t.csv:2: column 1 (a) is "-", expected a number"#),
        ("a,y\n1e,0\n", #"t.csv:2: column 1 (a) is "1e", expected a number"#),
        ("a,y\n\" 1\",0\n", #"t.csv:2: column 1 (a) is " 1", expected a number"#),
        ("a,y\nNaN,0\n", #"t.csv:2: column 1 (a) is "NaN", expected a finite number"#),
        ("a,y\n-inf,0\n", #"t.csv:2: column 1 (a) is "-inf", expected a finite number"#),
        (
            "a,y\n-1e39,0\n",
            #"t.csv:2: column 1 (a) is "-1e39", expected a number within ±3.4e38"#
        ),
        ("a,y\n 1,0\n ,1\n", "t.csv:3: column 1 (a) is empty, expected a value in every row"),
    ])
    func `a feature that is not finite is named with its place`(text: String, error: String) {
        #expect(complaint(text) == error)
    }

    @Test(arguments: ["?", "NA"])
    func `marks of missing values are refused in features and targets`(mark: String) {
        #expect(complaint("a,y\n\(mark),0\n").hasPrefix("t.csv:2: column 1 (a) is \"\(mark)\""))
        #expect(complaint("a,y\n1,\(mark)\n").hasPrefix("t.csv:2: column 2 (y) is \"\(mark)\""))
        #expect(complaint("a,y\n1,\(mark)\n").contains("missing value"))
    }

    @Test func `a class must be a whole number or a word`() {
        #expect(
            complaint("a,y\n1,0\n1,0.5\n")
                == #"t.csv:3: column 2 (y) is "0.5", expected a whole number or a word as a class"#
        )
        #expect(complaint("a,y\n1,\n").hasPrefix("t.csv:2: column 2 (y) is empty"))
        #expect(complaint("a,y\n1,nan\n").hasPrefix("t.csv:2: column 2 (y) is \"nan\""))
        #expect(
            complaint("a,y\n1,0\n1,1e400\n")
                == #"t.csv:3: column 2 (y) is "1e400", expected a number within ±3.4e38"#)
    }

    @Test func `a value must be a number`() {
        #expect(
            complaint("a,y\n1,0\n1,x\n", kind: .values)
                == #"t.csv:3: column 2 (y) is "x", expected a number"#
        )
    }

    @Test func `a missing target lists the columns`() {
        #expect(
            complaint("a,b\n1,0\n", target: "digit")
                == #"t.csv: has no column "digit"; its columns are "a", "b""#
        )
        #expect(
            complaint("a;y\n1;0\n")
                == "t.csv:1: the header is separated by semicolons, expected commas"
        )
    }

    @Test func `columns need different names`() {
        #expect(
            complaint("a,b,a,y\n1,2,3,0\n")
                == "t.csv:1: column 3 (a) has the name of column 1, expected names that differ"
        )
        #expect(
            complaint("a,,y\n1,2,0\n")
                == "t.csv:1: column 2 has no name, expected one in the header line"
        )
        #expect(
            complaint("y\n1\n0\n")
                == #"t.csv: has no column beside the target "y", expected features"#
        )
    }

    @Test func `a row has as many fields as the header`() {
        let count = "expected 2 as in the header"
        #expect(
            complaint("a,y\n1,0\n1,2,0\n")
                == "t.csv:3: column 3 is one too many: the row has 3 fields, \(count)")
        #expect(
            complaint("a,y\n1\n")
                == "t.csv:2: column 2 (y) is missing: the row has 1 field, \(count)")
        #expect(
            complaint("a,y\n1,0,\n")
                == "t.csv:2: column 3 is one too many: the row has 3 fields, \(count)")
        #expect(
            complaint("a,y\n1,0\n \n2,1\n")
                == "t.csv:3: column 1 (a) is missing: the line is blank, \(count)")
    }

    @Test func `lines are counted as an editor counts them`() {
        let text = "\"a\nb\",y\r\n1,\"u\r\nv\"\r\n2,\"\n\n\"\nx,w\n"
        #expect(complaint(text).hasPrefix("t.csv:8: column 1 (a\\nb) is \"x\""))
    }

    @Test func `quotes are closed and nothing follows them`() {
        #expect(
            complaint("a,y\n1,\"u\n2,v\n").hasPrefix(
                "t.csv:2: column 2 (y) opens a quote that is never closed"
            )
        )
        #expect(
            complaint("a,y\n1,\"u\"v\n")
                .hasPrefix(#"t.csv:2: column 2 (y) continues with "v" after its closing quote"#)
        )
    }

    @Test func `empty files, and files without rows or differences, are refused`() {
        #expect(complaint("") == "t.csv: is empty, expected a dataset")
        #expect(complaint("\u{FEFF} \r\n") == "t.csv: is empty, expected a dataset")
        #expect(complaint("a,y\n") == "t.csv: has no rows, expected at least two")
        #expect(complaint("a,y\n", kind: .values) == "t.csv: has no rows, expected at least two")
        #expect(
            complaint("a,y\n1,u\n2,u\n").hasPrefix(
                #"t.csv: column "y" is "u" in every row, expected at least two different"#
            )
        )
        #expect(complaint("a,y\n1,2\n2,2\n", kind: .values).contains(#"is "2.0" in every row"#))
    }

    @Test func `text that is not UTF-8 is refused`() {
        let bytes = Array("a,y\n1,".utf8) + [0xFF, 0x0A]
        #expect(throws: DatasetError.self) {
            try Dataset(csv: bytes, source: "t.csv", target: "y", kind: .classes)
        }
        let feature = Array("a,y\n".utf8) + [0xFF] + Array(",1\n".utf8)
        #expect(
            throws: DatasetError.unreadableField(
                FieldPlace(source: "t.csv", line: 2, column: 1, name: "a"),
                found: "\u{FFFD}",
                problem: .notANumber
            )
        ) {
            try Dataset(csv: feature, source: "t.csv", target: "y", kind: .classes)
        }
    }

    @Test func `control characters of a file do not reach the terminal`() {
        let error = complaint("a,y\n\u{1B}[2J\u{0}\t1,0\n")
        #expect(error.contains(#"\u{1B}[2J\0\t1"#))
        #expect(error.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }

    @Test func `a long field is shortened in the error`() {
        let error = complaint("a,y\n\(String(repeating: "x", count: 500)),0\n")
        #expect(error.contains(String(repeating: "x", count: 40) + "…"))
        #expect(error.count < 120)
    }
}
