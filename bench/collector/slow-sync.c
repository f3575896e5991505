/*
 * Loaded before a program (LD_PRELOAD), makes each sync of a file take SYNC_MICROSECONDS longer: a disk as most servers
 * have it, on a machine whose own answers at once.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

static int slowly(const char *name, int file) {
  int (*sync)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  const char *microseconds = getenv("SYNC_MICROSECONDS");
  if (microseconds != NULL) usleep((useconds_t)atoi(microseconds));
  return sync(file);
}

int fsync(int file) { return slowly("fsync", file); }
int fdatasync(int file) { return slowly("fdatasync", file); }
