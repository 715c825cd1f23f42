/// The exit statuses of commands that failed: codes of sysexits(3).
enum FailureStatus: Int32 {
    case usage = 64
    case badRows = 65
    case noInput = 66
    case unavailable = 69
    case internalError = 70
    case cannotCreate = 73
    case writeFailed = 74
    case refused = 77
    case badConfig = 78
}
