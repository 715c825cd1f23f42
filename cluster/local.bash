# What start-local and stop-local share: where a local cluster keeps its state, and who is alive.
# shellcheck shell=bash disable=SC2034

# Logs, process numbers and sockets are for their owner alone.
umask 077

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
run=$root/cluster/run
# The node at whose address the cluster meets; every command line of the cluster holds it.
endpoint=$(cat "$run/endpoint" 2>/dev/null || true)

# Tells whether a process group belongs to this cluster and has a live process in it. The group
# number alone would not do: after a restart of the machine it may be somebody else's.
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
