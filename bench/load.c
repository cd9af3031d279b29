/* The load of the bench: thousands of WebSocket clients in one thread, so that it is never slower
 * than the servers it measures.
 *
 * Open loop: a command is due at its instant whatever the server does, and every latency is counted
 * from that instant. A command is through when the last connection of its room that reads has a
 * `state` frame whose `seq` is not below the one in the command's `ack`.
 *
 *   load HOST PORT PLAN     PLAN has a line for each connection, then one for each command:
 *     c ROOM READS PATH TOKEN HELLO         READS 0: takes its welcome and its state, then no more
 *     d CONNECTION BEFORE-THE-ID <TAB> AFTER-THE-ID
 *   on standard input:  run RATE WARM_S SECONDS      quit
 *   on standard output: one line of JSON when all have joined, and one for each run
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define IN_FLIGHT 128         /* connections that join at the same time */
#define PING_S 10
#define PHONE_MSS 1448        /* a phone's path, not loopback's: the kernel sizes its buffers by it */
#define PHONE_BUFFER 8192
#define DRAIN_NS 2000000000LL /* how long a run waits for what is still on its way */
#define STALL_NS 15000000LL   /* the driver waits 1 ms at most: so long it was not let run */
#define AROUND_NS 100000000LL
#define SILENT (-1)           /* the descriptor in epoll that is standard input */

typedef int64_t ns_t;
typedef enum { CONNECTING, UPGRADING, GREETING, JOINED, CLOSED } phase_t;

typedef struct {
    int fd, room, reads;
    phase_t phase;
    char *path, *token, *hello;
    unsigned char *carry; /* the part of a frame that came without its end */
    size_t carried, room_for;
    int64_t seq;
    ns_t ping_at;
} conn_t;

typedef struct {
    int conn;
    char *before, *after;
} command_t;

typedef struct { /* what is known of one seq of a room */
    ns_t due, acked, last;
    int arrived;
    int run;
} seq_t;

typedef struct { /* a while in which this driver did not run */
    ns_t from, to;
} stall_t;

typedef struct {
    int readers;
    command_t *commands;
    size_t count, next;
    command_t **again; /* what the server was too busy for: it is sent again, as clients do */
    size_t agains, again_size;
    int64_t base; /* the seq at which the room was joined */
    seq_t *seqs;
    size_t size;
} room_t;

typedef struct {
    int room, run;
    ns_t due;
    command_t *command;
} sent_t;

static conn_t *conns;
static size_t conn_count;
static room_t *rooms;
static int room_count;
static sent_t *sent;
static size_t sent_count, sent_size;
static int epoll, run_now;
static ns_t ids; /* makes the ids of this driver its own: a server answers an old one as before */
static size_t joined, closed, in_flight, next_join;
static struct sockaddr_in address;
static const char *host;
static unsigned char buffer[1 << 18];

static struct {
    size_t acks, offered, refused, failed, deliveries, bytes, lost;
    double *late;
    size_t lates;
    stall_t *stalls;
    size_t stall_count, stall_size;
} now;

static ns_t clock_ns(void) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return at.tv_sec * 1000000000LL + at.tv_nsec;
}

static void die(const char *why) {
    fprintf(stderr, "load: %s: %s\n", why, strerror(errno));
    exit(1);
}

static void *grown(void *old, size_t size) {
    void *made = realloc(old, size);
    if (!made) die("memory");
    return made;
}

static void hang_up(conn_t *conn) {
    if (conn->phase == CLOSED) return;
    if (conn->phase != JOINED) {
        fprintf(stderr, "load: %s was not let in\n", conn->path);
        exit(1);
    }
    conn->phase = CLOSED;
    close(conn->fd);
    closed++;
    if (conn->reads) now.lost++;
}

/* Masked with the key 0, which RFC 6455 allows and which costs nothing. */
static void send_text(conn_t *conn, const char *text, size_t size) {
    unsigned char frame[8300];
    size_t head = size < 126 ? 6 : 8;
    if (size > 8192) die("a command is too long");
    frame[0] = 0x81;
    if (size < 126) {
        frame[1] = 0x80 | (unsigned char)size;
    } else {
        frame[1] = 0x80 | 126;
        frame[2] = (unsigned char)(size >> 8);
        frame[3] = (unsigned char)size;
    }
    memset(frame + head - 4, 0, 4);
    memcpy(frame + head, text, size);
    ssize_t wrote = send(conn->fd, frame, head + size, MSG_NOSIGNAL);
    if (wrote < 0 && errno != EAGAIN) {
        hang_up(conn);
    } else if (wrote != (ssize_t)(head + size)) {
        now.failed++; /* the server reads nothing: what would be sent is counted and dropped */
    }
}

static void join_next(void) {
    while (in_flight < IN_FLIGHT && next_join < conn_count) {
        conn_t *conn = &conns[next_join++];
        int one = 1, small = PHONE_BUFFER, mss = PHONE_MSS;
        conn->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        if (conn->fd < 0) die("socket");
        setsockopt(conn->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        setsockopt(conn->fd, IPPROTO_TCP, TCP_MAXSEG, &mss, sizeof mss);
        if (!conn->reads) setsockopt(conn->fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
        if (connect(conn->fd, (struct sockaddr *)&address, sizeof address) && errno != EINPROGRESS)
            die("connect");
        struct epoll_event event = {.events = EPOLLOUT, .data.u64 = next_join - 1};
        if (epoll_ctl(epoll, EPOLL_CTL_ADD, conn->fd, &event)) die("epoll");
        conn->phase = CONNECTING;
        in_flight++;
    }
}

static void upgrade(conn_t *conn) {
    char text[2048];
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(conn->fd, SOL_SOCKET, SO_ERROR, &error, &size);
    errno = error;
    if (error) die("connect");
    int length = snprintf(text, sizeof text,
                          "GET %s HTTP/1.1\r\nHost: %s:%d\r\nUpgrade: websocket\r\n"
                          "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                          "Authorization: Bearer %s\r\n\r\n",
                          conn->path, host, ntohs(address.sin_port), conn->token);
    if (send(conn->fd, text, (size_t)length, MSG_NOSIGNAL) != length) die("upgrade");
    struct epoll_event event = {.events = EPOLLIN, .data.u64 = (uint64_t)(conn - conns)};
    epoll_ctl(epoll, EPOLL_CTL_MOD, conn->fd, &event);
    conn->phase = UPGRADING;
}

static seq_t *seq_of(room_t *room, int64_t seq) {
    if (seq < room->base) die("a seq from before the room was joined");
    size_t at = (size_t)(seq - room->base);
    if (at >= room->size) {
        size_t size = room->size ? room->size : 256;
        while (at >= size) size *= 2;
        room->seqs = grown(room->seqs, size * sizeof *room->seqs);
        memset(room->seqs + room->size, 0, (size - room->size) * sizeof *room->seqs);
        room->size = size;
    }
    return &room->seqs[at];
}

static void heard_state(conn_t *conn, const char *text, ns_t at) {
    room_t *room = &rooms[conn->room];
    const char *found = strstr(text, "\"seq\":");
    int64_t seq = found ? strtoll(found + 6, NULL, 10) : 0;
    if (conn->phase == GREETING) {
        conn->phase = JOINED;
        conn->seq = seq;
        conn->ping_at = at + (ns_t)(rand() % (PING_S * 1000)) * 1000000LL;
        if (room->base < 0 || seq < room->base) room->base = seq;
        if (conn->reads) room->readers++;
        else epoll_ctl(epoll, EPOLL_CTL_DEL, conn->fd, NULL);
        joined++;
        in_flight--;
        join_next();
        return;
    }
    now.deliveries++;
    for (int64_t one = conn->seq + 1; one <= seq; one++) {
        seq_t *known = seq_of(room, one);
        known->arrived++;
        known->last = at;
    }
    if (seq > conn->seq) conn->seq = seq;
}

static void send_again(room_t *room, command_t *command) {
    if (room->agains == room->again_size) {
        room->again_size = room->again_size ? room->again_size * 2 : 8;
        room->again = grown(room->again, room->again_size * sizeof *room->again);
    }
    room->again[room->agains++] = command;
}

static command_t *next_command(room_t *room) {
    if (!room->agains) return &room->commands[room->next++ % room->count];
    command_t *command = room->again[0];
    memmove(room->again, room->again + 1, --room->agains * sizeof *room->again);
    return command;
}

static void heard_ack(const char *text, ns_t at) {
    const char *id = strstr(text, "\"id\":\"b"), *ok = strstr(text, "\"ok\":true,\"seq\":");
    size_t which = id ? strtoul(id + 7, NULL, 16) : sent_count;
    if (which >= sent_count) die("an answer to nothing");
    sent_t *command = &sent[which];
    if (!ok && strstr(text, "\"retry\":true"))
        send_again(&rooms[command->room], command->command);
    if (command->run != run_now) return;
    if (!ok) {
        now.refused++;
        return;
    }
    seq_t *known = seq_of(&rooms[command->room], strtoll(ok + 16, NULL, 10));
    known->due = command->due;
    known->run = run_now;
    known->acked = at;
    now.acks++;
}

static void heard(conn_t *conn, char *text, size_t size, ns_t at) {
    char end = text[size];
    text[size] = 0;
    now.bytes += size;
    if (!strncmp(text, "{\"t\":\"state\"", 12)) heard_state(conn, text, at);
    else if (!strncmp(text, "{\"t\":\"ack\"", 10)) heard_ack(text, at);
    text[size] = end;
}

/* Hears every whole frame in `data`; returns how much of it that was. */
static size_t frames(conn_t *conn, unsigned char *data, size_t size, ns_t at) {
    size_t used = 0;
    while (conn->phase != CLOSED && size - used >= 2) {
        unsigned char *frame = data + used;
        size_t length = frame[1] & 0x7f, head = 2;
        if (length == 126) {
            if (size - used < 4) break;
            length = (size_t)frame[2] << 8 | frame[3];
            head = 4;
        } else if (length == 127) {
            if (size - used < 10) break;
            length = 0;
            for (int i = 2; i < 10; i++) length = length << 8 | frame[i];
            head = 10;
        }
        if (size - used < head + length) break;
        if ((frame[0] & 0x0f) == 8) {
            hang_up(conn);
            break;
        }
        heard(conn, (char *)frame + head, length, at);
        used += head + length;
    }
    return used;
}

static size_t upgraded(conn_t *conn, unsigned char *data, size_t size) {
    unsigned char *end = memmem(data, size, "\r\n\r\n", 4);
    if (!end) return 0;
    if (strncmp((char *)data, "HTTP/1.1 101", 12)) {
        fprintf(stderr, "load: %.*s\n", 60, data);
        exit(1);
    }
    conn->phase = GREETING;
    send_text(conn, conn->hello, strlen(conn->hello));
    return (size_t)(end + 4 - data);
}

static void readable(conn_t *conn) {
    memcpy(buffer, conn->carry, conn->carried);
    ssize_t got = recv(conn->fd, buffer + conn->carried, sizeof buffer - 1 - conn->carried, 0);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) {
        hang_up(conn);
        return;
    }
    ns_t at = clock_ns();
    size_t size = conn->carried + (size_t)got, used = 0;
    conn->carried = 0;
    if (conn->phase == UPGRADING) used = upgraded(conn, buffer, size);
    if (conn->phase != UPGRADING) used += frames(conn, buffer + used, size - used, at);
    if (conn->phase == CLOSED || used == size) return;
    conn->carried = size - used;
    if (conn->carried > conn->room_for) {
        conn->room_for = conn->carried * 2;
        conn->carry = grown(conn->carry, conn->room_for);
    }
    memcpy(conn->carry, buffer + used, conn->carried);
}

/* Serves what has come, waiting for it at most so long; whether standard input has something. */
static int serve(ns_t wait_ns) {
    struct epoll_event events[512];
    struct timespec wait = {wait_ns / 1000000000LL, wait_ns % 1000000000LL};
    int is_asked = 0, count = epoll_pwait2(epoll, events, 512, &wait, NULL);
    for (int i = 0; i < count; i++) {
        if (events[i].data.u64 == (uint64_t)SILENT) {
            is_asked = 1;
            continue;
        }
        conn_t *conn = &conns[events[i].data.u64];
        if (conn->phase == CONNECTING) upgrade(conn);
        else if (conn->phase != CLOSED) readable(conn);
    }
    return is_asked;
}

/* Each connection keeps to its own instants, so that pings stay spread however late one was sent. */
static void ping_some(ns_t at) {
    static size_t next;
    size_t some = conn_count / 20 + 1;
    for (size_t i = 0; i < some; i++, next = (next + 1) % conn_count) {
        conn_t *conn = &conns[next];
        if (conn->phase != JOINED || !conn->reads || at < conn->ping_at) continue;
        while (conn->ping_at <= at) conn->ping_at += PING_S * 1000000000LL;
        send_text(conn, "{\"t\":\"ping\",\"k\":1}", 18);
    }
}

static void send_next(size_t turn, ns_t due) {
    room_t *room = &rooms[turn % (size_t)room_count];
    command_t *command = next_command(room);
    conn_t *conn = &conns[command->conn];
    char text[1024];
    if (sent_count == sent_size) {
        sent_size = sent_size ? sent_size * 2 : 4096;
        sent = grown(sent, sent_size * sizeof *sent);
    }
    sent[sent_count] = (sent_t){(int)(turn % (size_t)room_count), run_now, due, command};
    int size = snprintf(text, sizeof text, "%sb%08zx-%llx%s", command->before, sent_count,
                        (unsigned long long)ids, command->after);
    sent_count++;
    now.late[now.lates++] = (double)(clock_ns() - due) / 1e6;
    if (conn->phase != JOINED) now.failed++;
    else send_text(conn, text, (size_t)size);
}

static int ascending(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double at_share(double *values, size_t count, double share) {
    return count ? values[(size_t)((double)(count - 1) * share + 0.5)] : 0.0;
}

/* Whether a command fell into a while in which this driver did not run, or shortly around it: the
 * machine stood still, and what a server made of it is not judged. */
static int is_spoilt(ns_t due) {
    for (size_t i = 0; i < now.stall_count; i++)
        if (due > now.stalls[i].from - AROUND_NS && due < now.stalls[i].to + AROUND_NS) return 1;
    return 0;
}

static int is_whole(seq_t *one, room_t *room) { return one->arrived >= room->readers; }

/* Whether every accepted command of this run has reached everybody. */
static int is_all_whole(void) {
    for (int i = 0; i < room_count; i++)
        for (size_t at = 0; at < rooms[i].size; at++)
            if (rooms[i].seqs[at].run == run_now && !is_whole(&rooms[i].seqs[at], &rooms[i]))
                return 0;
    return 1;
}

static void report(double rate, double seconds, size_t deliveries, size_t bytes) {
    double *ack = grown(NULL, (now.acks + 1) * sizeof *ack);
    double *last = grown(NULL, (now.acks + 1) * sizeof *last);
    size_t judged = 0, whole = 0;
    ns_t end = clock_ns();
    for (int i = 0; i < room_count; i++) {
        for (size_t at = 0; at < rooms[i].size; at++) {
            seq_t *one = &rooms[i].seqs[at];
            if (one->run != run_now) continue;
            whole += (size_t)is_whole(one, &rooms[i]);
            if (is_spoilt(one->due)) continue;
            ack[judged] = (double)(one->acked - one->due) / 1e6;
            last[judged++] = (double)((is_whole(one, &rooms[i]) ? one->last : end) - one->due) / 1e6;
        }
    }
    qsort(ack, judged, sizeof *ack, ascending);
    qsort(last, judged, sizeof *last, ascending);
    qsort(now.late, now.lates, sizeof *now.late, ascending);
    printf("{\"rate\":%g,\"seconds\":%g,\"offered\":%zu,\"accepted\":%zu,\"refused\":%zu,"
           "\"failed\":%zu,\"lost\":%zu,\"whole\":%zu,\"judged\":%zu,\"deliveries\":%zu,"
           "\"bytes\":%zu,\"ack_p50\":%.3f,\"ack_p99\":%.3f,\"last_p50\":%.3f,"
           "\"last_p99\":%.3f,\"last_max\":%.3f,\"late_p99\":%.3f}\n",
           rate, seconds, now.offered, now.acks, now.refused, now.failed, now.lost, whole, judged,
           deliveries, bytes, at_share(ack, judged, .5), at_share(ack, judged, .99),
           at_share(last, judged, .5), at_share(last, judged, .99), at_share(last, judged, 1),
           at_share(now.late, now.lates, .99));
    fflush(stdout);
    free(ack);
    free(last);
}

static void start_counting(double rate, double seconds) {
    size_t most = (size_t)(rate * seconds) + 16;
    run_now++;
    free(now.late);
    free(now.stalls);
    memset(&now, 0, sizeof now);
    now.late = grown(NULL, most * sizeof *now.late);
}

/* Notes a while in which this driver did not run, though it never waits longer than a millisecond. */
static void note_stall(ns_t from, ns_t to) {
    if (to - from < STALL_NS) return;
    if (now.stall_count == now.stall_size) {
        now.stall_size = now.stall_size ? now.stall_size * 2 : 16;
        now.stalls = grown(now.stalls, now.stall_size * sizeof *now.stalls);
    }
    now.stalls[now.stall_count++] = (stall_t){from, to};
}

/* Sends at this rate, evenly, the rooms in turn, for so long. */
static void load_for(double rate, double seconds) {
    static size_t turn;
    size_t count = (size_t)(rate * seconds);
    ns_t began = clock_ns() + 1000000, before = began;
    start_counting(rate, seconds);
    for (size_t i = 0; i < count;) {
        ns_t due = began + (ns_t)((double)i * 1e9 / rate), at = clock_ns();
        note_stall(before, at);
        before = at;
        if (at >= due) {
            send_next(turn++, due);
            now.offered++;
            i++;
            if (i % 64) continue;
        }
        at = clock_ns();
        ping_some(at);
        serve(due > at ? (due - at < 1000000 ? due - at : 1000000) : 0);
    }
}

static void run(double rate, double warm_s, double seconds) {
    if (warm_s > 0) load_for(rate, warm_s);
    load_for(rate, seconds);
    size_t deliveries = now.deliveries, bytes = now.bytes;
    ns_t until = clock_ns() + DRAIN_NS;
    while (clock_ns() < until) {
        serve(10000000);
        if (now.acks + now.refused + now.failed >= now.offered && is_all_whole()) break;
    }
    report(rate, seconds, deliveries, bytes);
}

static char *word(char **rest) {
    char *found = strsep(rest, " ");
    if (!found || !*rest) die("the plan cannot be read");
    return found;
}

static void read_connection(char *line) {
    conns = grown(conns, (conn_count + 1) * sizeof *conns);
    conn_t *conn = &conns[conn_count++];
    memset(conn, 0, sizeof *conn);
    conn->room = atoi(word(&line));
    conn->reads = atoi(word(&line));
    conn->path = strdup(word(&line));
    conn->token = strdup(word(&line));
    conn->hello = strdup(line);
    if (conn->room < room_count) return;
    rooms = grown(rooms, (size_t)(conn->room + 1) * sizeof *rooms);
    for (; room_count <= conn->room; room_count++)
        rooms[room_count] = (room_t){.base = -1};
}

static void read_command(char *line) {
    int at = atoi(word(&line));
    room_t *room = &rooms[conns[at].room];
    room->commands = grown(room->commands, (room->count + 1) * sizeof *room->commands);
    char *before = strsep(&line, "\t");
    if (!line) die("the plan cannot be read");
    room->commands[room->count++] = (command_t){at, strdup(before), strdup(line)};
}

static void read_plan(const char *name) {
    FILE *file = fopen(name, "r");
    char *line = NULL;
    size_t size = 0;
    if (!file) die(name);
    for (ssize_t length; (length = getline(&line, &size, file)) > 2;) {
        line[length - 1] = 0;
        if (*line == 'c') read_connection(line + 2);
        else read_command(line + 2);
    }
    free(line);
    fclose(file);
}

static void join_all(void) {
    ns_t began = clock_ns();
    join_next();
    while (joined < conn_count) {
        serve(100000000);
        if (clock_ns() - began > 120000000000LL) die("not all were let in within two minutes");
    }
    printf("{\"joined\":%zu,\"seconds\":%.3f}\n", joined, (double)(clock_ns() - began) / 1e9);
    fflush(stdout);
}

static void obey(void) {
    struct epoll_event event = {.events = EPOLLIN, .data.u64 = (uint64_t)SILENT};
    char line[128];
    double rate, warm_s, seconds;
    setvbuf(stdin, NULL, _IONBF, 0);
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, 0, &event)) die("standard input");
    for (;;) {
        ping_some(clock_ns());
        if (!serve(50000000)) continue;
        if (!fgets(line, sizeof line, stdin) || !strncmp(line, "quit", 4)) return;
        epoll_ctl(epoll, EPOLL_CTL_DEL, 0, NULL);
        if (sscanf(line, "run %lf %lf %lf", &rate, &warm_s, &seconds) == 3)
            run(rate, warm_s, seconds);
        epoll_ctl(epoll, EPOLL_CTL_ADD, 0, &event);
    }
}

int main(int argc, char **argv) {
    struct rlimit most;
    if (argc != 4) return fprintf(stderr, "load HOST PORT PLAN\n"), 2;
    signal(SIGPIPE, SIG_IGN);
    getrlimit(RLIMIT_NOFILE, &most);
    most.rlim_cur = most.rlim_max;
    setrlimit(RLIMIT_NOFILE, &most);
    host = argv[1];
    address.sin_family = AF_INET;
    address.sin_port = htons((uint16_t)atoi(argv[2]));
    inet_pton(AF_INET, host, &address.sin_addr);
    epoll = epoll_create1(0);
    ids = clock_ns();
    read_plan(argv[3]);
    join_all();
    obey();
    return 0;
}
