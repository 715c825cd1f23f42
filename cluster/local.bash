# Shared by start-local and stop-local: the files of a local cluster, and its live nodes.
# shellcheck shell=bash disable=SC2034

# Only the owner may read logs, process numbers and sockets.
umask 077

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
run=$root/cluster/run
# The endpoint of the cluster; every command line of its nodes contains it.
endpoint=$(cat "$run/endpoint" 2>/dev/null || true)

# Tells whether a process group belongs to this cluster and has a live process. The group number is
# not enough: after a restart of the machine it may belong to another program.
alive() {
    [[ -n $endpoint ]] && ps -ww -eo pgid=,stat=,args= | MARK=$endpoint awk -v group="$1" '
        $1 == group && $2 !~ /^Z/ && index($0, ENVIRON["MARK"]) { found = 1 }
        END { exit !found }'
}

# Prints "NAME GROUP" for each node of the cluster that is alive, the coordinator last.
live_nodes() {
    local file group
    for file in "$run"/worker-*.pid "$run/coordinator.pid"; do
        group=$(cat "$file" 2>/dev/null || true)
        if [[ -n $group ]] && alive "$group"; then
            echo "$(basename "$file" .pid) $group"
        fi
    done
}
