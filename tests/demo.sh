#!/bin/sh
# The main job without any server or network: a night's recorded feed, 98
# municipalities with sample contacts, a database, a Maildir and a text file
# of SMSes in demo/. usage: demo.sh BUILD
set -eu

build=$1
ctl=$build/alertctl
rm -rf demo
mkdir -p demo
cat >demo/alertd.yaml <<'YAML'
# Made by "make demo": delivers into this folder only.
store: alertd.db
feeds:
  - name: nspop
    kind: statuspage
    url: https://status.nspop.dk
alarm:
  mail: [vagt@example.dk]
  sms: ["+45 00 00 00 01"]
notices:
  contact: "MedCom, tlf. 00 00 00 01"
  signature: MedCom
mail:
  transport: maildir
  maildir: Maildir
  from: "FMK-drift <fmk-drift@example.dk>"
sms:
  transport: file
  file: sms.txt
  sender: FMKDRIFT
YAML

echo
echo "== 1. The contacts of 98 municipalities (invented) are imported"
"$ctl" -c demo/alertd.yaml contacts import contacts/sample.csv | tail -3
echo
echo "== 2. A recorded night, run fast: 28 March 2026, 18 h, to 31 March"
"$ctl" -c demo/alertd.yaml replay --kind statuspage --deliver --summary \
    tests/data/nspop-sequence
echo
echo "== 3. What an operator sees now: alertctl status"
"$ctl" -c demo/alertd.yaml status
cat <<EOF

== Where to look on
  mutt -f demo/Maildir        the e-mails, as they would arrive (package mutt)
  less demo/sms.txt           the SMSes
  $ctl -c demo/alertd.yaml show 1
                              one incident, with verdicts and reasons
  $ctl -c demo/alertd.yaml report 1
                              who was told of it, and when
  $ctl -c demo/alertd.yaml log 1
                              its audit trail
  $ctl explain tests/data/nspop-sequence/2026-03-28T221300Z.json
                              why each report was told or ignored
  $ctl preview --effect outage
                              the texts, before anything happens
  $ctl -c demo/alertd.yaml drill
                              an exercise, which goes into demo/, too
  $ctl --help
                              all that an operator does by hand
EOF
