"""Numbers of the operating system's errors."""

EPERM, ENOENT, ESRCH, EINTR, EIO, EAGAIN, EACCES, EEXIST = 1, 2, 3, 4, 5, 11, 13, 17
ENOTDIR, EISDIR, EINVAL, EPIPE, ECHILD, EBADF, ENOMEM = 20, 21, 22, 32, 10, 9, 12
ECONNABORTED, ECONNRESET, ECONNREFUSED, ETIMEDOUT, EINPROGRESS, EALREADY = 103, 104, 111, 110, 115, 114
EWOULDBLOCK, ESHUTDOWN = EAGAIN, 108
errorcode = {number: name for name, number in list(globals().items()) if name[0] == "E"}
