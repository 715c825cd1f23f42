package import Coordination
import Glibc

/// The clocks of this machine; all other rooms are given the time.
package enum SystemClock {
    /// The time since the machine started; it never decreases.
    package static func now() -> Instant {
        Instant(nanoseconds: nanoseconds(CLOCK_MONOTONIC))
    }

    /// The wall-clock time, in milliseconds since 1970 (UTC).
    package static func wallMilliseconds() -> Int {
        Int(nanoseconds(CLOCK_REALTIME) / 1_000_000)
    }

    /// What the clock on the wall shows here at an instant (ms since 1970): seconds after midnight.
    package static func secondsOfDay(at milliseconds: Int) -> Int {
        var now = time_t(milliseconds / 1000)
        var local = unsafe tm()
        _ = unsafe localtime_r(&now, &local)
        return unsafe Int(local.tm_hour) * 3600 + Int(local.tm_min) * 60 + Int(local.tm_sec)
    }

    /// Processor time of the calling thread (s).
    package static func threadSeconds() -> Double {
        Double(nanoseconds(CLOCK_THREAD_CPUTIME_ID)) * 1e-9
    }

    /// The time since the machine started (s).
    package static func seconds() -> Double {
        Double(nanoseconds(CLOCK_MONOTONIC)) * 1e-9
    }

    /// Processor time of the processes that this one started and that have ended (s).
    package static func childSeconds() -> Double {
        var usage = rusage()
        let code = unsafe getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        precondition(code == 0, "the time of child processes cannot be read")
        return [usage.ru_utime, usage.ru_stime].reduce(0) {
            $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6
        }
    }

    /// Lets the calling thread sleep.
    package static func sleep(for duration: Duration) {
        usleep(UInt32(duration / .microseconds(1)))
    }

    private static func nanoseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        let code = unsafe clock_gettime(clock, &time)
        precondition(code == 0, "clock \(clock) cannot be read")
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
