namespace Shouwang.Bot;

/// <summary>What the bot knows when it answers (所知); loaded by the shell for this conversation alone.</summary>
public sealed record Knowledge
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>Villages this instance serves: code and name.</summary>
    public IReadOnlyList<VillageView> Villages { get; init; } = [];

    /// <summary>The open folder's papers, oldest first.</summary>
    public IReadOnlyList<PaperView> Papers { get; init; } = [];

    /// <summary>What is wrong with the folder as a whole, in Chinese sentences: two people's papers, totals that differ.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];

    /// <summary>What no paper of a complete folder says, in Chinese sentences.</summary>
    public IReadOnlyList<string> Unsaid { get; init; } = [];

    /// <summary>Why no rules hold on the day of discharge, in Chinese sentences.</summary>
    public IReadOnlyList<string> NoRules { get; init; } = [];

    /// <summary>Papers of which only a part was photographed; empty while any is still being read.</summary>
    public IReadOnlyList<UnfinishedView> Unfinished { get; init; } = [];

    /// <summary>Claims made from this conversation, newest first.</summary>
    public IReadOnlyList<ClaimView> Claims { get; init; } = [];

    /// <summary>The plan of this conversation's village: in force, else the next, else the last one; null where there is none or it was not loaded.</summary>
    public PlanView? Plan { get; init; }

    /// <summary>Finds what the plan gives for an illness as people call it; null where there is no plan. Pure.</summary>
    public Func<string, DiseaseLookedUp>? LookUp { get; init; }

    /// <summary>Answers a question about the rules of the place; null where the place is not known. Pure.</summary>
    public Func<PolicyQuestion, PolicyAnswer>? Policy { get; init; }

    /// <summary>Set when the person is the village's officer or checker and has shown it: the claims that wait for them, oldest first.</summary>
    public OfficerView? Officer { get; init; }

    /// <summary>Set when the person holds a volunteer's card that the officer issued and has not revoked.</summary>
    public VolunteerView? Volunteer { get; init; }

    /// <summary>Whether the channel shows Adaptive Cards; without them the text form is sent.</summary>
    public bool Cards { get; init; } = true;
}

/// <summary>A village as the conversation shows it (村).</summary>
public sealed record VillageView(string Code, string Name, string OfficerName, string OfficerPhone, string EntryLine)
{
    /// <summary>How and where aid is handed out, one Chinese sentence; null where the village has not said.</summary>
    public string? Paying { get; init; }

    /// <summary>The charter's time limits, a Chinese sentence each.</summary>
    public IReadOnlyList<string> Deadlines { get; init; } = [];

    /// <summary>What the charter does when money is low, in Chinese sentences; null where it was not loaded.</summary>
    public string? LowMoney { get; init; }
}

/// <summary>A village's plan as the conversation shows it (补助方案).</summary>
/// <param name="Resolution">The resolution that adopted it: date and body.</param>
/// <param name="From">First day of discharge it is for.</param>
/// <param name="To">Last day, both ends included.</param>
/// <param name="YearlyCap">Null where the charter sets none.</param>
public sealed record PlanView(string Version, DateOnly From, DateOnly To, string Resolution, string EntryLine, string? YearlyCap);

/// <summary>A catalogue entry with the village's sum for it (病种).</summary>
/// <param name="Sum">"1,200.00"; null where the plan has no figure for it.</param>
public sealed record DiseaseView(string Code, string Name, bool Serious, string? Sum, string? SumInCapitals);

/// <summary>The village's officer (经办人) or checker (复核人) in person.</summary>
public sealed record OfficerView(string Name, IReadOnlyList<PendingView> Pending)
{
    /// <summary>How many wait in all; more than are shown.</summary>
    public int Total { get; init; }

    /// <summary>How many of them wait for a colleague, or for the days of objection; they come last.</summary>
    public int Others { get; init; }

    /// <summary>Causes of a stay to choose from when a claim is checked.</summary>
    public IReadOnlyList<CauseView> Causes { get; init; } = [];
}

/// <summary>Why somebody was in hospital (住院原因).</summary>
public sealed record CauseView(string Code, string Words);

/// <summary>A claim that waits for somebody of the village (待办).</summary>
/// <param name="Allowed">Where this person may move it now: approved, returned, refused, published, paid.</param>
/// <param name="Note">What they should know before they do, in Chinese: that the villager says something was misread.</param>
public sealed record PendingView(ClaimView Claim, IReadOnlyList<string> Allowed, string? Note)
{
    /// <summary>Whether the cause of the stay has been confirmed.</summary>
    public bool CauseKnown { get; init; }

    /// <summary>Why this person cannot do what would come next; null where they can.</summary>
    public string? Blocked { get; init; }
}

/// <summary>A volunteer (代办员).</summary>
/// <param name="Card">Number of the card, which anyone can check.</param>
public sealed record VolunteerView(string Card, string Name);

/// <summary>A question about the rules of the place (政策提问).</summary>
/// <param name="Kind">deductible, ratio, cap, basic (all three), documents or deadline.</param>
/// <param name="Scheme">resident or employee.</param>
/// <param name="Level">township, primary, secondary or tertiary.</param>
public sealed record PolicyQuestion(string Kind, string Scheme, string? Level);

/// <summary>What the rules on file say (政策回答).</summary>
/// <param name="Lines">Chinese sentences, each with figures as the rules have them.</param>
/// <param name="Cites">Where they stand.</param>
/// <param name="Missing">Names of the figures that are not on file.</param>
public sealed record PolicyAnswer(string Place, IReadOnlyList<string> Lines, IReadOnlyList<string> Cites, IReadOnlyList<string> Missing);

/// <summary>A paper as the conversation shows it (单据).</summary>
/// <param name="Kind">Name of <c>PaperKind</c> in kebab case: "discharge-record".</param>
/// <param name="State">waiting, read, unreadable, or piece: perhaps a part of a paper whose other part has not come.</param>
/// <param name="Advice">For an unreadable one: what to do better, in Chinese.</param>
/// <param name="Person">Name on the paper.</param>
public sealed record PaperView(string Hash, string State, string? Kind, string? Advice, string? Person, string? Hospital, string? Total, IReadOnlyList<string> Doubts)
{
    /// <summary>Id of the turn that took it in, where one did.</summary>
    public string? Turn { get; init; }

    /// <summary>Read together with another photo of the same paper.</summary>
    public bool Joined { get; init; }
}

/// <summary>A folder with its papers, oldest first (资料袋).</summary>
public sealed record FolderView(int Folder, IReadOnlyList<PaperView> Papers);

/// <summary>A paper that was photographed in part (没拍全).</summary>
/// <param name="Lacks">Chinese names of what it does not say.</param>
public sealed record UnfinishedView(string Kind, IReadOnlyList<string> Lacks);

/// <summary>A claim as the conversation shows it (补助申请): amounts "12,345.67", sentences ready to say.</summary>
/// <param name="Amount">What the village pays; null where it cannot be said yet.</param>
/// <param name="AmountInCapitals">The same in capitals: 壹仟贰佰元整.</param>
/// <param name="Layers">Every layer: its everyday name and its amount.</param>
/// <param name="Why">The explanation, one sentence an element.</param>
/// <param name="State">received, checked, approved, published, paid, returned or refused.</param>
public sealed record ClaimView(
    string Id,
    string Person,
    string Hospital,
    string Admitted,
    string Discharged,
    string Disease,
    string Total,
    string? Amount,
    string? AmountInCapitals,
    string Borne,
    IReadOnlyList<LayerView> Layers,
    IReadOnlyList<string> Why,
    IReadOnlyList<string> Missing,
    string State)
{
    /// <summary>Whether the person said that what was read is right; null until they say.</summary>
    public bool? Confirmed { get; init; }

    /// <summary>Why it was returned or refused, in Chinese; a refusal with its number.</summary>
    public string? Reason { get; init; }

    /// <summary>Last day for an appeal, "2026-12-22"; null where there is none.</summary>
    public string? AppealBy { get; init; }

    /// <summary>Last day on which objections can be made, while the claim is published; null where there is none.</summary>
    public string? ObjectionsUntil { get; init; }

    /// <summary>Somebody objects to it and that is not settled: the money waits.</summary>
    public bool Objected { get; init; }

    /// <summary>The bank has it on a list and has not paid it yet.</summary>
    public bool WithBank { get; init; }

    /// <summary>Handed over before, less what was given back; null where nothing was.</summary>
    public string? PaidOut { get; init; }

    /// <summary>What was paid too much, once a correction was decided.</summary>
    public string? ToReturn { get; init; }

    /// <summary>What is still to come beside what was paid before, once a correction was decided.</summary>
    public string? StillDue { get; init; }

    /// <summary>Looked at again after it was paid, and decided as before (数没有变): no money moves any more.</summary>
    public bool PaidAsBefore { get; init; }

    /// <summary>What the person has given back, where that was the last thing that happened to the money.</summary>
    public string? GaveBack { get; init; }
}

/// <summary>One line of the amounts table.</summary>
public sealed record LayerView(string Name, string Amount);
