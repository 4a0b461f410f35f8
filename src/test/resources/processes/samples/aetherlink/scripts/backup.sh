#!/bin/sh
# Saves database and audit trail together; the sample only copies an archive.
mkdir -p backups
cp data/prepared.zip "backups/backup_$(date +%Y%m%d_%H%M%S).zip"
