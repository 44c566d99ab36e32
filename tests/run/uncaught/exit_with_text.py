raise SystemExit("text")
