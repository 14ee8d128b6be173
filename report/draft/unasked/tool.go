package unasked

import (
	"strings"
	"unicode"

	"lysark/report/survey"
	"lysark/report/survey/scale"
)

// toolColumn tells why a column is one that a survey tool adds to the answers, by the name that the tool gives it. A
// name that may be a question's, too, such as "Status", has to hold what the tool writes there.
//
// A box that was ticked or not is the tool's only when the whole heading says so: it may be an option called "E-post".
func toolColumn(heading string, t survey.Tally) Reason {
	names := namesOf(heading)
	if IsBox(t) {
		names = names[:1]
	}
	for _, name := range names {
		for _, tool := range toolNames() {
			if contains(tool.names, name) && (tool.why != Personal || !IsBox(t)) {
				return tool.why
			}
		}
		for _, tool := range toolForms() {
			if tool.form(name) {
				return tool.why
			}
		}
		for _, tool := range ambiguousNames() {
			if contains(tool.names, name) && 10*most(t, tool.holds) >= 9*t.Base {
				return tool.why
			}
		}
	}
	return ""
}

// namesOf are the names that a heading may be: the whole, and of one with a code before it or a group around it, the
// parts, as in "id. Response ID" and "meta/instanceID".
func namesOf(heading string) []string {
	out := []string{nameOf(heading)}
	if code, text, ok := strings.Cut(heading, ". "); ok {
		out = append(out, nameOf(code), nameOf(text))
	}
	if at := strings.LastIndexByte(heading, '/'); at > 0 {
		out = append(out, nameOf(heading[at+1:]))
	}
	return out
}

// nameOf is a heading in small letters and digits alone. What tells a tool's own name, an underscore before it, stays.
func nameOf(heading string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, heading)
	switch {
	case strings.TrimSpace(heading) == "#":
		return "#"
	case strings.HasPrefix(heading, "_"):
		return "_" + plain
	}
	return plain
}

func contains(names, name string) bool {
	return name != "" && strings.Contains(" "+names+" ", " "+name+" ")
}

// toolName are names of columns and what they hold.
type toolName struct {
	why   Reason
	names string
	holds func(answer string) bool // of ambiguous names
	form  func(name string) bool
}

// toolNames are the names that hardly any question has: of Qualtrics, SurveyMonkey, LimeSurvey, KoboToolbox and other
// ODK, Google Forms, Microsoft Forms, Typeform, SurveyXact, Nettskjema, Enalyzer and SPSS, in English and as the tools
// write them in Norwegian, Danish and Swedish. They are written as nameOf does.
func toolNames() []toolName {
	return []toolName{
		{why: Identifier, names: "# id respid respondentid respondentids responseid responsid response_id svarid svarsid " +
			"svarandensid svarandeid respondentnr respondentnummer collectorid innsamlerid indsamlerid insamlarid " +
			"externalreference externalid eksternreferanse seed frø token accesscode adgangskode tilgangskode networkid " +
			"landingid landedid uuid _uuid _id _index _parentindex _parenttablename rooteuid rootuuid instanceid " +
			"deprecatedid _xformidstring _xformid key setofkey parentkey formid submissionid caseid caseno casenumber " +
			"casenr workerid assignmentid hitid prolificpid prolificid studyid sessionid panelid panelistid sysid " +
			"userid deviceid enhetsid subscriberid simid simserial respondentkey respondentnøgle surveyid formhubuuid " +
			"customdata customdata1 customdata2 egendefinertedata egendefinertedata1 tilpassededata1 anpassadedata1"},
		{why: Moment, names: "startdate enddate recordeddate startdato sluttdato slutdato startdatum slutdatum " +
			"datecreated datemodified opprettetdato endretdato datosubmitted datesubmitted submitdate datestamp " +
			"datestarted datelastaction datostartet datosistehandling datoinnsendt interviewtime totaltime starttime " +
			"completiontime endtime lastmodifiedtime starttidspunkt fullføringstidspunkt fuldførelsestidspunkt " +
			"sluttidspunkt starttid sluttid slutförandetid tidspunktforsisteendring tidspunktforsenesteændring " +
			"sistendret sidstændret senaständrad timestamp tidsmerke tidsmerking tidsstempel tidstämpel tidsstämpel " +
			"startdateutc submitdateutc stagedateutc submittedat submissiondate submissiontime _submissiontime " +
			"durationinseconds durationseconds totalduration qtotalduration varighetisekunder svartid responstid " +
			"answertimems tempstotal gesamtzeit totaltid created _created modified _modified closed createdat updatedat completedat " +
			"innsendt innlevert"},
		{why: Technical, names: "distributionchannel userlanguage startlanguage startspråk lastpage sisteside " +
			"useragent browser browserversion operatingsystem resolution screenresolution referer referrer refurl " +
			"referrerurl referer_url devicetype responsetype response_type collectormode " +
			"qlanguage qurl qrecaptchascore qrelevantidduplicate qrelevantidduplicatescore qrelevantidfraudscore " +
			"qrelevantidlaststartdate qduplicaterespondent qballotboxstuffing qambiguoustextpresent " +
			"qambiguoustextquestions qunansweredpercentage qunansweredquestions qstraightliningcount " +
			"qstraightliningpercentage qstraightliningquestions qpopulateresponse qsessionid qchl qdl " +
			"_validationstatus _status _submittedby _notes _tags _version__ _version _attachments _geolocation " +
			"_media __version__ formversion reviewstate attachmentspresent attachmentsexpected edits instancename " +
			"surveyversion quizfeedback totalpoints respondentstatus svarstatus statcreation statdistribution " +
			"statcompletion collectstatus percentcomplete completionstatus"},
		{why: Place, names: "locationlatitude locationlongitude latitude longitude breddegrad lengdegrad ipaddress " +
			"ipadresse ipadress ipaddr qlocation geolocation geopoint gps gpscoordinates postnummer postnr postkode " +
			"postcode zipcode zip postalcode"},
		{why: Personal, names: "recipientlastname recipientfirstname recipientemail emailaddress epostadresse epostadress " +
			"mailadresse email epost mail firstname lastname fornavn etternavn efternavn förnamn efternamn fornamn " +
			"etternamn phonenumber telefonnummer fullname username brukernavn submittername submitterid"},
	}
}

// toolForms are names that begin or end as tools write them.
func toolForms() []toolName {
	begins := func(name string, begin ...string) bool {
		for _, b := range begin {
			if rest, ok := strings.CutPrefix(name, b); ok && strings.Trim(rest, "0123456789") == "" {
				return true
			}
		}
		return false
	}
	ends := func(name string, end ...string) bool {
		for _, e := range end {
			if strings.HasSuffix(name, e) && name != e {
				return true
			}
		}
		return false
	}
	return []toolName{
		{why: Technical, form: func(n string) bool { return begins(n, "stato", "statoverall", "statinternal") }},
		{why: Moment, form: func(n string) bool {
			return begins(n, "grouptime", "questiontime") ||
				ends(n, "firstclick", "lastclick", "pagesubmit", "clickcount")
		}},
		{why: Technical, form: func(n string) bool { return ends(n, "operatingsystem", "browserversion") }},
		{why: Place, form: func(n string) bool {
			return ends(n, "latitude", "longitude") || strings.HasPrefix(n, "_") && ends(n, "altitude", "precision")
		}},
	}
}

// ambiguousNames are names that a question may have, and what the tool writes there.
func ambiguousNames() []toolName {
	return []toolName{
		{why: Technical, names: "language språk sprog lang", holds: isLanguage},
		{why: Technical, names: "status channel kanal responsestatus state", holds: oneOf("complete completed incomplete " +
			"partial fullført ufullstendig gjennomført gennemført delvist delvis nogensvar distribueret distribuert " +
			"anonymous email gl qr sms web link survey ipaddress surveypreview spam imported synthetic preview " +
			"submitted draft finished genomförd slutförd started påbegynt 0 1 2 4 8 9 16 32 48")},
		{why: Technical, names: "finished progress completed complete fremdrift framdrift fullført gennemført " +
			"slutförd page side pages", holds: isProgress},
		{why: Technical, names: "device enhet enhed platform plattform os", holds: oneOf("desktop mobile tablet pc mac phone " +
			"mobil nettbrett surfplatta ios android windows linux other annet datamaskin computer")},
		{why: Technical, names: "score poengsum", holds: scale.IsNumber},
		{why: Identifier, names: "psu ssu stratum strata stratumid cluster clusterid fpc sdmvpsu sdmvstra",
			holds: scale.IsNumber},
		{why: Moment, names: "duration varighet varighed start end today date dato datum time tid", holds: isTime},
		{why: Moment, names: "duration varighet varighed", holds: scale.IsNumber},
		{why: Personal, names: "name navn namn", holds: func(string) bool { return true }},
	}
}

func oneOf(words string) func(string) bool {
	return func(s string) bool { return contains(words, nameOf(s)) }
}

// isLanguage tells a language as tools write it: a code such as nb or en-US, or a name with a country in brackets.
func isLanguage(s string) bool {
	code, country, two := strings.Cut(strings.ReplaceAll(s, "_", "-"), "-")
	isCode := len(code) == 2 && isLetters(code) && (!two || len(country) >= 2 && len(country) <= 8)
	return isCode || strings.HasSuffix(strings.TrimSpace(strings.Map(unmarked, s)), ")")
}

// unmarked drops the marks that tell which way a text is read.
func unmarked(r rune) rune {
	if unicode.Is(unicode.Cf, r) {
		return -1
	}
	return r
}

func isLetters(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// isProgress tells how far somebody came: a number up to a hundred, or whether to the end.
func isProgress(s string) bool {
	v, ok := scale.Number(strings.TrimSpace(strings.TrimSuffix(s, "%")))
	return ok && v >= 0 && v <= 100 || scale.YesNo(s) != 0
}

func isTime(s string) bool { return isMoment(s) || isClock(s) }

// isClock tells a span of time such as 00:12:34 or 12m 3s.
func isClock(s string) bool {
	return s != "" && '0' <= s[0] && s[0] <= '9' && strings.Trim(s, "0123456789:.,hmstinuek ") == ""
}
