using Shouwang.Bot.Schema;

namespace Shouwang.Bot.Tests;

/// <summary>The shell of one simulated person (模拟环境): papers are read as they are sent, a folder of three is decided, orders are carried out.</summary>
internal sealed class LongErrandWorld(LongErrand errand)
{
    private readonly List<(int Folder, string Person, PaperView Paper)> _papers = [];
    private int _photos;
    private DateTimeOffset _now = Sample.Now;

    public ConversationState State { get; private set; } = errand.Consented ? Sample.Consented with { FolderClosed = errand.Decided, Folder = errand.Decided ? 1 : 0, Folders = errand.Decided ? 1 : 0 } : new ConversationState();

    public List<ClaimView> Claims { get; } = errand.Decided ? [Sample.Claim] : [];

    /// <summary>Since the step began.</summary>
    public List<Effect> Effects { get; } = [];

    private List<string> Kinds { get; } = [];

    public int Messages { get; private set; }

    public bool Did<T>() where T : Effect => Effects.Exists(effect => effect is T);

    public bool Heard(string kind) => Kinds.Exists(heard => heard == kind || heard.StartsWith(kind + ".", StringComparison.Ordinal));

    public void Begin()
    {
        Effects.Clear();
        Kinds.Clear();
    }

    public void Say(string words) => Happens(Sample.Says(words), counts: true);

    public void Send(string kind, string person)
    {
        var hash = $"{kind}{_photos++:D8}";
        Happens(Sample.Sends(new Picture(hash, "photo.jpg", PictureVerdict.Fine)), counts: true);
        if (!Effects.OfType<SubmitPaper>().Any(submit => submit.Hash == hash))
            return;
        var folder = Effects.OfType<SubmitPaper>().Last(submit => submit.Hash == hash).Folder;
        var read = Sample.Paper(hash, kind, person);
        _papers.RemoveAll(paper => paper.Paper.Hash == hash);
        if (kind != "other")
            _papers.Add((folder, person, read));
        Happens(new PaperRead(read) { Folder = folder });
        if (_papers.Where(paper => paper.Folder == folder).Select(paper => paper.Paper.Kind).Distinct().Count() < 3)
            return;
        var claim = Sample.Claim with { Id = $"c-{Claims.Count + 1}", Person = person, Admitted = $"2026-0{Claims.Count + 1}-03", Discharged = $"2026-0{Claims.Count + 1}-11" };
        Claims.Insert(0, claim);
        _papers.RemoveAll(paper => paper.Folder == folder);
        Happens(new ClaimDecided(claim, false) { Folder = folder });
    }

    private void Happens(Happening happening, bool counts = false)
    {
        Messages += counts ? 1 : 0;
        _now += TimeSpan.FromSeconds(20);
        var turn = Conversation.Take(State, happening, Known(happening));
        State = turn.State;
        Kinds.AddRange(Sample.Kinds(turn));
        Effects.AddRange(turn.Effects);
        foreach (var effect in turn.Effects)
            Carry(effect);
    }

    private Knowledge Known(Happening happening) => Sample.Known with
    {
        Now = _now,
        Villages = [Sample.Village with { Deadlines = ["出院后180天以内交。"] }],
        Policy = Sample.Policy,
        LookUp = asked => new DiseaseLookedUp(asked, [new DiseaseView("K35", "急性阑尾炎", false, "1,200.00", "壹仟贰佰元整")], true),
        Papers = [.. _papers.Where(paper => paper.Folder == (happening.Folder ?? State.Folder)).Select(paper => paper.Paper)],
        Claims = [.. Claims],
        Volunteer = errand.Volunteer ? new VolunteerView("320281105203-KMPQR", "李大明") : null,
        Officer = errand.Officer ? new OfficerView("吴会计", [.. Enumerable.Range(1, 3).Select(n => new PendingView(Sample.Claim with { Id = $"c-{n}", State = "checked" }, ["approved", "returned", "refused", "published"], null))]) : null,
    };

    private void Carry(Effect effect)
    {
        switch (effect)
        {
            case SubmitPaper submit:
                _papers.Add((submit.Folder, "", new PaperView(submit.Hash, "waiting", null, null, null, null, null, [])));
                break;
            case WithdrawPaper withdraw:
                _papers.RemoveAll(paper => paper.Paper.Hash == withdraw.Hash);
                break;
            case ConfirmClaim confirm:
                var at = Claims.FindIndex(claim => claim.Id == confirm.Claim);
                Claims[at] = Claims[at] with { Confirmed = confirm.Right };
                break;
            case MoveClaim move:
                Happens(new ClaimMoveAnswered(Sample.Claim with { Id = move.Claim, State = move.To }, move.To, null));
                break;
            case DeleteEverything:
                Claims.Clear();
                _papers.Clear();
                break;
        }
    }
}
