"""Words for limits, a project's end, places and backups."""

ENDING: dict[str, tuple[str, str]] = {
    # what was promised, by when
    "limit_recording": ("Opptakene skal være slettet innen {date}", "The recordings are to be deleted by {date}"),
    "limit_transcripts": (
        "Transkripsjonene skal være borte innen {date}",
        "The transcripts are to be gone by {date}",
    ),
    "limit_key": (
        "Koblingsnøkkelen skal være slettet innen {date}",
        "The linking key is to be destroyed by {date}",
    ),
    "limit_end": ("Prosjektet slutter {date}", "The project ends on {date}"),
    "limit_days_left": ("{what}: {days} dager igjen", "{what}: {days} days left"),
    "limit_tomorrow": ("{what}: i morgen", "{what}: tomorrow"),
    "limit_today": ("{what}: i dag", "{what}: today"),
    "limit_yesterday": ("{what}: i går", "{what}: yesterday"),
    "limit_days_over": ("{what}: {days} dager siden", "{what}: {days} days ago"),
    "limit_since": (
        "{line} (krysset av {met}; {code} er holdt siden)",
        "{line} (ticked off {met}; {code} was held since)",
    ),
    "limit_met": ("{what}: gjort {met}", "{what}: done {met}"),
    "limit_done_with": (
        "{line}. Gjort? intervjuguide finish --done {name}{in_study}",
        "{line}. Done? intervjuguide finish --done {name}{in_study}",
    ),
    "limit_end_with": (
        "{line}. Avslutt det: intervjuguide finish{in_study}",
        "{line}. End it: intervjuguide finish{in_study}",
    ),
    "limit_name_recording": ("opptak", "recording"),
    "limit_name_transcripts": ("transkripsjoner", "transcripts"),
    "limit_name_key": ("nøkkel", "key"),
    "limit_name_end": ("slutt", "end"),
    "help_command_finish": (
        """intervjuguide finish [--done HVA | --not-done HVA] [--yes] [--study MAPPE]

Frister og slutt. --done krysser av at noe er gjort: opptak (slettet),
transkripsjoner (slettet eller anonymisert), nøkkel (slettet), slutt. Hva og når
noteres, ikke av hvem; --not-done tar det tilbake. Fristene står i guiden
(data:). Uten valg avsluttes prosjektet: du ser først hva som blir gjort.

  intervjuguide finish --done opptak""",
        """intervjuguide finish [--done WHAT | --not-done WHAT] [--yes] [--study DIR]

Time limits and the end. --done ticks off that something was done: recording
(deleted), transcripts (deleted or made anonymous), key (destroyed), end. What
and when is noted, not by whom; --not-done takes it back. The dates stand in the
guide (data:). Without either the project is ended: you see first what is done.

  intervjuguide finish --done recording""",
    ),
    # ticking off
    "limit_tick_one": ("Frister: kryss av det som er gjort", "Time limits: tick off what is done"),
    "limit_title": ("Frister", "Time limits"),
    "limit_more": ("… og {count} frister til", "… and {count} more time limits"),
    "limit_tick_recording": ("Kryss av: opptakene er slettet", "Tick off: the recordings are deleted"),
    "limit_tick_transcripts": (
        "Kryss av: transkripsjonene er slettet eller anonymisert",
        "Tick off: the transcripts are deleted or made anonymous",
    ),
    "limit_tick_key": ("Kryss av: koblingsnøkkelen er slettet", "Tick off: the linking key is destroyed"),
    "limit_tick_end": ("Avslutt prosjektet …", "End the project …"),
    "limit_ticked": (
        "Notert {date}: {what}. Feil? intervjuguide finish --not-done {name}{in_study}",
        "Noted {date}: {what}. A mistake? intervjuguide finish --not-done {name}{in_study}",
    ),
    "limit_ticked_recording": ("opptakene er slettet", "the recordings are deleted"),
    "limit_ticked_transcripts": (
        "transkripsjonene er slettet eller anonymisert",
        "the transcripts are deleted or made anonymous",
    ),
    "limit_ticked_key": ("koblingsnøkkelen er slettet", "the linking key is destroyed"),
    "limit_ticked_end": ("prosjektet er avsluttet", "the project has ended"),
    "limit_unticked": ("Ikke gjort likevel: {name}.", "Not done after all: {name}."),
    "limit_one_at_a_time": (
        "--done og --not-done hører ikke sammen; skriv én av dem",
        "--done and --not-done do not go together; write one of them",
    ),
    "limit_unknown": (
        "«{given}» er ingen frist; skriv {names}",
        "“{given}” is no time limit; write {names}",
    ),
    "limit_not_met": ("{name} er ikke krysset av; ingenting er gjort.", "{name} is not ticked off; nothing was done."),
    "limit_not_kept": ("Ikke notert ({reason}).", "Not noted ({reason})."),
    # the end of a project
    "finish_does": (
        "Dette gjør avslutningen med {logs} intervjuer og det som er sagt om studien:",
        "This is what the end does to {logs} interviews and what was said of the study:",
    ),
    "finish_dates": (
        "datoer og klokkeslett blir til måneder: {count}; maskinens kjennetegn byttes ut",
        "dates and times become months: {count}; what names the machine is replaced",
    ),
    "finish_words": (
        "ord som ikke gjelder lenger (endret, rettet, angret, kladd, sagt på nytt), slettes: {count}",
        "words that count no more (edited, corrected, undone, drafts, said anew) are deleted: {count}",
    ),
    "finish_settings": (
        "hvor intervjuene ble holdt og hvem andre som var der, tømmes: {count}; lag metodeteksten først",
        "where interviews were held and who else was there is emptied: {count}; make the method text first",
    ),
    "finish_stays": (
        "Notatene, tidene i intervjuet og dekningen blir som de er. Det kan ikke gjøres om.",
        "Notes, times in the interview and coverage stay as they are. It cannot be undone.",
    ),
    "finish_open": ("Ikke krysset av ennå:", "Not ticked off yet:"),
    "finish_out_of_reach": ("Det når ikke:", "It does not reach:"),
    "finish_written": ("det som er skrevet ut: {paths}", "what was written out: {paths}"),
    "finish_copies": (
        "filer som ikke leses: {names}. Ta dem med (intervjuguide merge{in_study}) eller slett dem",
        "files that are not read: {names}. Take them over (intervjuguide merge{in_study}) or delete them",
    ),
    "finish_revisions": (
        "versjonene av guiden (revisions): de har datoene da guiden ble endret",
        "the versions of the guide (revisions): they have the dates on which the guide was changed",
    ),
    "finish_ask": ("Avslutte prosjektet? (ja/nei) ", "End the project? (yes/no) "),
    "finish_not_asked": (
        "Ingenting er gjort: her er ingen å spørre. Skriv --yes for å gjøre det.",
        "Nothing was done: there is nobody to ask here. Write --yes to do it.",
    ),
    "finish_left": ("Ingenting er gjort.", "Nothing was done."),
    "finish_failed": (
        "Ingenting er gjort, og alt er som det var: {reason}",
        "Nothing was done, and all is as it was: {reason}",
    ),
    "finish_done": (
        "Prosjektet er avsluttet. Lag en ny sikkerhetskopi, og slett de gamle: de har alt som var.",
        "The project has ended. Make a new backup, and delete the old ones: they have all that was.",
    ),
    "finish_uncleared": (
        "Det som var, kunne ikke slettes helt: slett {folder}",
        "What was before could not be deleted altogether: delete {folder}",
    ),
    "finish_nothing_left": (
        "Prosjektet er avsluttet allerede; det er ingenting igjen å gjøre.",
        "The project has ended already; there is nothing left to do.",
    ),
    "finish_unread": (
        "{file} kan ikke leses som et intervju; se intervjuguide review{in_study}.",
        "{file} cannot be read as an interview; see intervjuguide review{in_study}.",
    ),
    "finish_damaged": (
        "{file}, linje {line}, kan ikke leses. Rett linja eller ta den ut, og prøv igjen.",
        "{file}, line {line}, cannot be read. Mend the line or take it out, and try again.",
    ),
    "finish_differs": (
        "{file} ville ikke sagt det samme etterpå. Meld fra om det.",
        "{file} would not tell the same afterwards. Please report that.",
    ),
    # where a study lies
    "where_lies": ("Studien ligger i {folder}", "The study lies in {folder}"),
    "where_synchronised": (
        "Ser ut til å synkroniseres av {service} ({folder}): da ligger det kopier på andre maskiner.",
        "Seems to be synchronised by {service} ({folder}): then there are copies on other machines.",
    ),
    "where_not_synchronised": (
        "Ingen synkronisering som programmet kjenner, er funnet; det kan finnes andre.",
        "No synchronising that the program knows of was found; there may be others.",
    ),
    "where_versioned": (
        "Mappa {folder} er under versjonskontroll: det som slettes, blir igjen i historien.",
        "The folder {folder} is under version control: what is deleted stays in its history.",
    ),
    "where_network": (
        "Ligger på en nettverksdisk ({kind}): en annen maskin har filene.",
        "Lies on a network drive ({kind}): another machine has the files.",
    ),
    "where_removable": (
        "Ligger på en minnepinne eller en disk som kan tas ut, og mistes.",
        "Lies on a stick, or on a disk that can be taken out, and lost.",
    ),
    "where_encrypted": (
        "Disken er kryptert, så lenge maskinen er slått av.",
        "The disk is encrypted, as long as the machine is switched off.",
    ),
    "where_unencrypted": (
        "Systemet viser ingen kryptering av disken: den som får tak i den, kan lese alt.",
        "The system shows no encryption of the disk: whoever gets hold of it can read everything.",
    ),
    "where_encryption_unknown": (
        "Om disken er kryptert, kan programmet ikke se her.",
        "Whether the disk is encrypted cannot be seen from here.",
    ),
    "where_folder_itself": ("mappa selv", "the folder itself"),
    "where_owner_alone": (
        "Filene kan bare leses av deg og av den som styrer maskinen.",
        "The files can be read by you alone, and by whoever administers the machine.",
    ),
    "where_others_unknown": (
        "Hvem andre på maskinen som kan lese, kan programmet ikke se her.",
        "Who else on the machine can read it cannot be seen from here.",
    ),
    "where_others": (
        "Andre på maskinen kan lese {names}. Steng: chmod -R go-rwx {folder}",
        "Others on the machine can read {names}. Close it: chmod -R go-rwx {folder}",
    ),
    "where_unclassed": (
        "Guiden sier ikke hvilken farge materialet har (data: class). Se i lagringsguiden ved institusjonen din hvilken det er, og om materialet kan ligge slik.",
        "The guide does not say which colour the material has (data: class). Look in your institution's storage guide which it is, and whether the material may lie like this.",
    ),
    "where_green": (
        "Materialet er grønt. Se i lagringsguiden om det kan ligge slik.",
        "The material is green. See in your storage guide whether it may lie like this.",
    ),
    "where_yellow": (
        "Materialet er gult: på egen maskin gjelder det ofte vilkår, og ikke alle skyer er tillatt. Se i lagringsguiden om det kan ligge slik.",
        "The material is yellow: on your own machine there are often conditions, and not every cloud is allowed. See in your storage guide whether it may lie like this.",
    ),
    "where_red": (
        "Materialet er rødt: noen institusjoner tillater det ikke på en privat maskin, og få i en sky eller på en minnepinne. Se i lagringsguiden om det kan ligge slik.",
        "The material is red: some institutions do not allow it on a private machine, and few in a cloud or on a stick. See in your storage guide whether it may lie like this.",
    ),
    "where_black": (
        "Materialet er svart: ingen lagringsguide vi kjenner, tillater det på en privat maskin, i en sky eller på en minnepinne. Se i lagringsguiden hvor det må ligge.",
        "The material is black: no storage guide that we know of allows it on a private machine, in a cloud or on a stick. See in your storage guide where it must lie.",
    ),
    # copies
    "backup_no_folder": (
        "det er ingen mappe {folder}: er minnepinnen eller disken satt inn?",
        "there is no folder {folder}: is the stick or the disk plugged in?",
    ),
    "backup_failed": (
        "Ingenting er kopiert, og alt er som det var: {reason}",
        "Nothing was copied, and all is as it was: {reason}",
    ),
    "backup_inside": (
        "{folder} ligger i studien selv. Velg en mappe på en minnepinne eller en annen disk.",
        "{folder} lies in the study itself. Choose a folder on a stick or on another disk.",
    ),
    "backup_unreached": (
        "Mappa {folder} i studien er en lenke til noe som ikke er her nå. Koble til disken den ligger på, og prøv igjen.",
        "The folder {folder} in the study is a link to what is not here now. Connect the disk it lies on, and try again.",
    ),
    "backup_differs": (
        "{file} lar seg ikke lese tilbake som den ble skrevet. Bruk en annen minnepinne eller disk.",
        "{file} does not read back as it was written. Use another stick or disk.",
    ),
    "backup_changed": (
        "{file} ble endret mens den ble kopiert. Prøv igjen.",
        "{file} was changed while it was copied. Try again.",
    ),
    "backup_made": (
        "Kopiert og lest tilbake: {folder} (filer: {files}, intervjuer: {interviews}).",
        "Copied and read back: {folder} (files: {files}, interviews: {interviews}).",
    ),
    "backup_swept": (
        "En tidligere kopi som ble avbrutt, er tatt bort.",
        "What was left of an earlier copy that was cut short was taken away.",
    ),
    "backup_removed": ("Den forrige er slettet: {folder}", "The former one is deleted: {folder}"),
    "backup_unremoved": (
        "Den forrige kopien kunne ikke slettes helt: {folder}",
        "The former copy could not be deleted altogether: {folder}",
    ),
    "backup_kept_lacking": (
        "Den forrige kopien er beholdt, for studien mangler noe som den har ({names}): {folder}. Er det tatt ut med vilje, slett kopien selv.",
        "The former copy is kept, for the study lacks what it has ({names}): {folder}. If that was taken out on purpose, delete the copy yourself.",
    ),
    "backup_ask": (
        "Er det tatt ut med vilje? Slette den kopien? (ja/nei) ",
        "Was it taken out on purpose? Delete that copy? (yes/no) ",
    ),
    "backup_kept_errors": (
        "Den forrige kopien er beholdt, for studien har feil: {folder}",
        "The former copy is kept, for the study has errors: {folder}",
    ),
    "backup_left_out": (
        "Ikke kopiert, {count} filer som ikke er programmets: {names}",
        "Not copied, {count} files that are not the program's: {names}",
    ),
    "backup_unnoted": (
        "Kopien er der, men er ikke notert som gjort ({reason}).",
        "The copy is there, but was not noted as made ({reason}).",
    ),
    "backup_same_disk": (
        "Kopien ligger på samme disk som studien: ryker den, er begge borte.",
        "The copy lies on the same disk as the study: if that breaks, both are gone.",
    ),
    "backup_age_today": ("Sikkerhetskopi: i dag", "Backup: today"),
    "backup_age_yesterday": ("Sikkerhetskopi: i går", "Backup: yesterday"),
    "backup_age": ("Sikkerhetskopi: {date}, for {days} dager siden", "Backup: {date}, {days} days ago"),
    "backup_age_unknown": ("Sikkerhetskopi: {date}", "Backup: {date}"),
    "backup_lacks": ("{line}; uten {names}", "{line}; without {names}"),
    "backup_again": (
        "Ta en sikkerhetskopi:\n  {program} backup {target} --study {folder}",
        "Make a backup:\n  {program} backup {target} --study {folder}",
    ),
    "backup_none": (
        "Ingen sikkerhetskopi er laget med intervjuguide backup MAPPE{in_study}.",
        "No backup was made with intervjuguide backup DIR{in_study}.",
    ),
    "where_written": ("Skrevet ut fra studien:", "Written out of the study:"),
    "output_report": ("rapport", "report"),
    "output_guide": ("intervjuguide til vedlegg", "interview guide for an appendix"),
    "output_paper": ("intervjuguide på papir", "interview guide on paper"),
    "output_method": ("grunnlag for metodeteksten", "facts for the method text"),
    "output_reflexive": ("refleksjonsnotater", "reflexive notes"),
    "output_dataplan": ("tekst til dataplanen", "text for the data plan"),
    "output_give": ("kopi til deltakeren", "copy for the participant"),
    "output_backup": ("sikkerhetskopi", "backup"),
    "where_output": ("{path}: {format}, {date}", "{path}: {format}, {date}"),
    "where_output_edited": (
        "{path}: {format}, {date}, endret siden",
        "{path}: {format}, {date}, changed since",
    ),
    "where_output_unread": (
        "{path}: {format}, {date}, kan ikke leses nå",
        "{path}: {format}, {date}, cannot be read now",
    ),
    "where_output_synchronised": ("{line}; synkroniseres av {service}", "{line}; synchronised by {service}"),
    "where_outputs_gone": (
        "Ikke lenger der, eller på en disk som ikke er satt inn: {paths}",
        "No longer there, or on a disk that is not plugged in: {paths}",
    ),
    "help_command_backup": (
        """intervjuguide backup MAPPE [--study MAPPE]

Kopierer studien til en egen mappe i MAPPE, på en minnepinne eller en annen disk,
leser kopien tilbake og sammenligner. Den forrige kopien slettes først når den nye
er kontrollert, og beholdes hvis studien mangler noe som den har. Opptak og andre
filer som ikke er programmets, blir ikke med. Gjør det etter hvert intervju.

  intervjuguide backup /media/kari/PINNE --study studien""",
        """intervjuguide backup DIR [--study DIR]

Copies the study into a folder of its own in DIR, on a stick or on another disk,
reads the copy back and compares. The former copy is deleted only once the new
one was verified, and kept where the study lacks what it has. Recordings and
other files that are not the program's are left out. Do it after each interview.

  intervjuguide backup /media/kari/STICK --study my-study""",
    ),
    "help_command_where": (
        """intervjuguide where [--json] [--study MAPPE]

Sier hvor studien ligger: om mappa ser ut til å synkroniseres (OneDrive, Dropbox,
Google Drive, iCloud, Nextcloud, Syncthing …), ligger på en minnepinne eller et
nettverk, om disken er kryptert så langt systemet sier det, og om andre på
maskinen kan lese noe. Hva som er lov, står i lagringsguiden ved institusjonen din.

  intervjuguide where --study studien""",
        """intervjuguide where [--json] [--study DIR]

Says where the study lies: whether the folder seems to be synchronised
(OneDrive, Dropbox, Google Drive, iCloud, Nextcloud, Syncthing …), lies on a
stick or on a network, whether the disk is encrypted as far as the system tells,
and whether others on the machine can read anything. What is allowed, the
storage guide of your institution says.

  intervjuguide where --study my-study""",
    ),
}
