using System.Text.Json;
using Shouwang.Bot.Schema;
using Shouwang.Shared.Pictures;

namespace Shouwang.Bot.Tests;

/// <summary>Plays a transcript against the conversation, standing in for the shell: it carries out effects on its own papers and claims.</summary>
internal sealed class Rehearsal
{
    private readonly Transcript _transcript;
    private readonly List<FiledPaper> _papers = [];
    private readonly List<ClaimView> _claims = [];
    private readonly HashSet<string> _told = [];
    private readonly Dictionary<string, PersonSent> _sent = [];
    private ReadPaper _folder = new();
    private ConversationState _state;
    private DateTimeOffset _now = Sample.Now;

    public Rehearsal(Transcript transcript)
    {
        _transcript = transcript;
        _state = transcript.Consented ? Sample.Consented : new ConversationState();
    }

    /// <summary>Every turn that was taken, for checks on all replies.</summary>
    public List<Turn> Turns { get; } = [];

    public void Play()
    {
        for (var i = 0; i < _transcript.Steps.Count; i++)
        {
            var step = _transcript.Steps[i];
            _now += TimeSpan.FromHours(step.Hours);
            var turn = Conversation.Take(_state, Happens(step, i) with { Folder = step.About }, Known(step.About));
            if (step.Read is { } read)
                turn = WhenAllAreRead(read, turn, step.About ?? turn.State.Folder);
            foreach (var message in turn.Effects.OfType<HearAgain>().SelectMany(effect => effect.Messages).ToList())
                turn = Then(turn, _sent[message], folder: null);
            if (turn.Effects.OfType<LookIntoFolders>().SingleOrDefault() is { } look)
                turn = Then(turn, new FoldersSeen([.. look.Folders.Select(n => new FolderView(n, [.. _papers.Where(p => p.Folder == n).Select(p => p.Paper)]))]), step.About);
            Turns.Add(turn);
            Check(step, turn, $"{_transcript.Name}, step {i + 1}");
            _state = turn.State;
            foreach (var effect in turn.Effects)
                Carry(effect);
        }
    }

    /// <summary>As the shell does: papers that disagree are spoken of when all of the folder have been told of.</summary>
    private Turn WhenAllAreRead(ReadPaper read, Turn turn, int folder)
    {
        _told.Add(read.Hash);
        if (read.Conflicts.Count == 0 || _papers.Any(p => p.Folder == folder && !_told.Contains(p.Paper.Hash)))
            return turn;
        return Then(turn, new PapersDisagree { Folder = folder }, folder);
    }

    private Turn Then(Turn turn, Happening next, int? folder)
    {
        var told = Conversation.Take(turn.State, next, Known(folder));
        return new Turn(told.State, [.. turn.Replies, .. told.Replies], [.. turn.Effects, .. told.Effects]);
    }

    private Knowledge Known(int? folder) => Sample.Known with
    {
        Now = _now,
        Villages = _transcript.Villages == 1 ? [Sample.Village with { Deadlines = _transcript.Deadlines }] : [Sample.Village, Sample.OtherVillage],
        Policy = Sample.Policy,
        Plan = _transcript.Plan ? Sample.Plan : null,
        LookUp = _transcript.LooksUp ? Sample.LookUp : null,
        Cards = _transcript.Cards,
        Papers = [.. _papers.Where(p => p.Folder == (folder ?? _state.Folder)).Select(p => p.Paper)],
        Conflicts = _folder.Conflicts,
        Unfinished = [.. _folder.Unfinished.Select(paper => new UnfinishedView(paper.Key, paper.Value))],
        Unsaid = _folder.Unsaid,
        NoRules = _folder.NoRules,
        Claims = [.. _claims],
        Officer = _transcript.OfficerPending is { } count ? new OfficerView("吴会计", [.. Enumerable.Range(1, count).Select(n => new PendingView(Sample.Claim with { Id = $"c-{n}", State = "checked" }, _transcript.OfficerMay, null))]) { Others = _transcript.OfficerOthers, Causes = [new("illness", "一般生病，没有下面这些情况"), new("traffic", "交通事故")] } : null,
        Volunteer = _transcript.Volunteer ? new VolunteerView("320281105203-KMPQR", "李大明") : null,
    };

    private Happening Happens(Step step, int index)
    {
        if (step.Arrive)
            return new PersonArrived();
        if (step.Scans is { } village)
            return new PersonArrived { Village = village };
        if (step.Delayed)
            return new ReadingDelayed();
        if (step.Waits is { } days)
            return new FolderWaits(days);
        if (step.Expires is { } after)
        {
            _papers.RemoveAll(p => p.Folder == (step.About ?? _state.Folder));
            return new FolderExpired(after);
        }
        if (step.Tied is { } tied)
            return Split(tied) is var (role, name) && role == "no" ? new TieAnswered(null, null, null, name) : new TieAnswered(name, role, Sample.Village.Code, null);
        if (step.Untied is { } was)
            return new Untied(was);
        if (step.Order is { } order)
            return Split(order) is var (done, to) && done == "no" ? new ClaimMoveAnswered(null, "approved", to) : new ClaimMoveAnswered(Sample.Claim with { State = to }, to, null);
        if (step.Appeal is { } appeal)
            return new AppealAnswered(appeal == "done" ? null : Split(appeal).Second);
        if (step.News is { } news)
            return new OfficerNews(Split(news).First, Split(news).Second, Sample.Claim);
        if (step.Answered is { } words)
            return new OfficerSaid("吴会计", words);
        if (step.Read is { } read)
            return Reads(read);
        if (step.Decided is { } decided)
            return Decides(decided);
        if (step.Moved is { } state)
        {
            _claims[0] = _claims[0] with { State = state };
            return new ClaimMoved(_claims[0]);
        }
        if (step.Disease is { } found)
            return new DiseaseLookedUp(found.Asked, [.. found.Names.Select(n => new DiseaseView("K35", n, false, found.Sum, null))], found.Sure);
        return _sent[$"m{index}"] = new PersonSent(
            new Activity
            {
                Type = "message",
                Id = $"m{index}",
                Text = step.Speech ?? step.Person,
                From = new("dl_7"),
                ChannelData = step.Speech is null ? null : JsonElement.Parse("""{"speech":true}"""),
                Attachments = step.Photos is null ? null : [.. step.Photos.Select(_ => new Attachment("image/jpeg", step.Uploaded ? null : "media:1"))],
            },
            [.. (step.Photos ?? []).Select((p, n) => Photo(p, $"h{index}{n}"))]);
    }

    private PaperRead Reads(ReadPaper read)
    {
        _folder = read;
        foreach (var beside in read.Beside)
            File(beside);
        return new PaperRead(File(read));
    }

    private PaperView File(ReadPaper read)
    {
        var paper = new PaperView(read.Hash, read.State, read.Kind, read.Advice, read.Person, read.Hospital, read.Total, read.Doubts) { Joined = read.Joined };
        var folder = _papers.Find(p => p.Paper.Hash == read.Hash)?.Folder ?? _state.Folder;
        _papers.RemoveAll(p => p.Paper.Hash == read.Hash);
        _papers.Add(new(folder, paper));
        return paper;
    }

    private ClaimDecided Decides(DecidedClaim decided)
    {
        var claim = Sample.Claim with { Id = decided.Id, Admitted = decided.Admitted ?? Sample.Claim.Admitted, Discharged = decided.Discharged ?? Sample.Claim.Discharged, Amount = decided.Amount, AmountInCapitals = decided.Amount is null ? null : "壹仟贰佰元整", Person = decided.Person, State = decided.State, Missing = decided.Missing, Reason = decided.Reason, AppealBy = decided.AppealBy };
        _claims.Insert(0, claim);
        _papers.RemoveAll(p => p.Folder == _state.Folder);
        return new ClaimDecided(claim, decided.Before);
    }

    private static Picture Photo(string text, string hash)
    {
        var parts = text.Split(':');
        var verdict = Enum.Parse<PictureVerdict>(parts[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        var faults = parts.Length > 2 ? parts[2].Split(',').Select(fault => Enum.Parse<PictureFault>(fault.Replace("-", "", StringComparison.Ordinal), ignoreCase: true)) : [];
        return new Picture(parts.Length > 1 ? parts[1] : hash, "photo.jpg", verdict) { Faults = [.. faults] };
    }

    private void Carry(Effect effect)
    {
        switch (effect)
        {
            case SubmitPaper submit:
                _papers.Add(new(submit.Folder, new PaperView(submit.Hash, "waiting", null, null, null, null, null, [])));
                break;
            case WithdrawPaper withdraw:
                _papers.RemoveAll(p => p.Paper.Hash == withdraw.Hash && p.Folder == withdraw.Folder);
                break;
            case DeleteEverything:
                _papers.Clear();
                _claims.Clear();
                break;
            case ConfirmClaim confirm:
                _claims[_claims.FindIndex(claim => claim.Id == confirm.Claim)] = _claims.Single(claim => claim.Id == confirm.Claim) with { Confirmed = confirm.Right };
                break;
        }
    }

    private static void Check(Step step, Turn turn, string where)
    {
        var text = string.Join('\n', turn.Replies.Select(r => r.Text));
        if (step.Says is { } says)
            Sample.Kinds(turn).ToList().ShouldBe(says, where + "\n" + text);
        foreach (var words in step.Contains)
            text.ShouldContain(words, customMessage: where);
        foreach (var words in step.Lacks)
            text.ShouldNotContain(words, customMessage: where);
        turn.Effects.Select(e => e.GetType().Name).ToList().ShouldBe(step.Does, where + "\n" + text);
        if (step.Into is { } into)
            turn.Effects.OfType<SubmitPaper>().Select(s => s.Folder).ToList().ShouldBe(into, where);
        if (step.Confirms is { } claim)
            turn.Effects.OfType<ConfirmClaim>().Single().Claim.ShouldBe(claim, where);
        if (step.Folder is { } folder)
            turn.State.Folder.ShouldBe(folder, where);
        if (step.Consents is { } consents)
            (turn.State.ConsentedAt is not null).ShouldBe(consents, where);
    }

    private static (string First, string Second) Split(string text) => text.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? (text[..at], text[(at + 1)..]) : (text, "");

    private sealed record FiledPaper(int Folder, PaperView Paper);
}
