# coding=cp1252
quote = '“quoted”'
