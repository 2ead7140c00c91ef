/* A disk that fails when it is told to: every write, sync and cut of the files under test, those with a word in their
 * path, is counted, and those whose number is OFFSET in every STRIDE fail once. Preloaded into a process of the tests, which sets the numbers in a small
 * file that both have in memory. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

struct control {
    volatile uint64_t armed, count, stride, offset, error, fired;
};

static struct control *control;
static const char *word;

__attribute__((constructor)) static void begin(void) {
    word = getenv("DAKPAN_FAULT_FILE");
    const char *path = getenv("DAKPAN_FAULT_CONTROL");
    int fd = path ? open(path, O_RDWR) : -1;
    if (fd < 0) return;
    void *at = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (at != MAP_FAILED) control = at;
    close(fd);
}

static int fails(int fd) {
    char link[64], path[512];
    if (!control || !word || !control->armed) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    if (!strstr(path, word)) return 0;
    uint64_t number = control->count++;
    if (number % control->stride != control->offset) return 0;
    control->fired++;
    errno = (int)control->error;
    return 1;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *from, size_t count) {
    REAL(write);
    return fails(fd) ? -1 : real(fd, from, count);
}

ssize_t pwrite(int fd, const void *from, size_t count, off_t at) {
    REAL(pwrite);
    return fails(fd) ? -1 : real(fd, from, count, at);
}

ssize_t pwrite64(int fd, const void *from, size_t count, off64_t at) {
    REAL(pwrite64);
    return fails(fd) ? -1 : real(fd, from, count, at);
}

ssize_t copy_file_range(int from, off64_t *from_at, int fd, off64_t *at, size_t count, unsigned flags) {
    REAL(copy_file_range);
    return fails(fd) ? -1 : real(from, from_at, fd, at, count, flags);
}

int fsync(int fd) {
    REAL(fsync);
    return fails(fd) ? -1 : real(fd);
}

int fdatasync(int fd) {
    REAL(fdatasync);
    return fails(fd) ? -1 : real(fd);
}

int ftruncate(int fd, off_t length) {
    REAL(ftruncate);
    return fails(fd) ? -1 : real(fd, length);
}

int ftruncate64(int fd, off64_t length) {
    REAL(ftruncate64);
    return fails(fd) ? -1 : real(fd, length);
}
