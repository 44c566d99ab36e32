import nosuch.module
