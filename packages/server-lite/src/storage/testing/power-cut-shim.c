// Writes down, in order, what a process does to the files below a folder: the writes, and where it waited for the disk.
// POWER_CUT_FOLDER: the folder, as an absolute path. POWER_CUT_LOG: the file for the records; see read-disk-log.ts.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { WRITE = 1, SYNC = 2, TRUNCATE = 3, UNLINK = 4 };

struct record {
  uint32_t operation;
  uint32_t path_length;
  uint64_t offset;
  uint64_t length;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -1;

static int is_watched(const char *path) {
  const char *folder = getenv("POWER_CUT_FOLDER");
  return folder != NULL && strncmp(path, folder, strlen(folder)) == 0;
}

static int path_of(int fd, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, size - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_watched(path);
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t written = syscall(SYS_write, log_fd, at, length);
    if (written <= 0) abort();
    at += written;
    length -= written;
  }
}

static void note(uint32_t operation, const char *path, uint64_t offset, const void *data, uint64_t length) {
  if (log_fd < 0) log_fd = open(getenv("POWER_CUT_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (log_fd < 0) abort();
  struct record record = {operation, (uint32_t)strlen(path), offset, length};
  put(&record, sizeof record);
  put(path, record.path_length);
  if (data != NULL) put(data, length);
}

#define REAL(name) static __typeof__(name) *real; if (real == NULL) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)
#define LOCKED(statements) pthread_mutex_lock(&lock); statements; pthread_mutex_unlock(&lock)

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  REAL(pwrite64);
  char path[4096];
  if (!path_of(fd, path, sizeof path)) return real(fd, data, length, offset);
  ssize_t written;
  LOCKED(written = real(fd, data, length, offset); if (written > 0) note(WRITE, path, offset, data, written));
  return written;
}

ssize_t write(int fd, const void *data, size_t length) {
  REAL(write);
  char path[4096];
  if (!path_of(fd, path, sizeof path)) return real(fd, data, length);
  ssize_t written;
  LOCKED(off_t offset = lseek(fd, 0, SEEK_CUR); written = real(fd, data, length); if (written > 0) note(WRITE, path, offset, data, written));
  return written;
}

int fsync(int fd) {
  REAL(fsync);
  char path[4096];
  if (!path_of(fd, path, sizeof path)) return real(fd);
  int result;
  LOCKED(result = real(fd); if (result == 0) note(SYNC, path, 0, NULL, 0));
  return result;
}

int fdatasync(int fd) {
  REAL(fdatasync);
  char path[4096];
  if (!path_of(fd, path, sizeof path)) return real(fd);
  int result;
  LOCKED(result = real(fd); if (result == 0) note(SYNC, path, 0, NULL, 0));
  return result;
}

int ftruncate64(int fd, off64_t length) {
  REAL(ftruncate64);
  char path[4096];
  if (!path_of(fd, path, sizeof path)) return real(fd, length);
  int result;
  LOCKED(result = real(fd, length); if (result == 0) note(TRUNCATE, path, length, NULL, 0));
  return result;
}

int unlink(const char *path) {
  REAL(unlink);
  if (!is_watched(path)) return real(path);
  int result;
  LOCKED(result = real(path); if (result == 0) note(UNLINK, path, 0, NULL, 0));
  return result;
}
