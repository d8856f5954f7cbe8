using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Shouwang.Bot.Tests;

/// <summary>A conversation written down: what happens step by step, and what must come of it. See transcripts/README.md.</summary>
public sealed class Transcript
{
    public string Name { get; set; } = "";
    public int Villages { get; set; } = 1;
    public bool Consented { get; set; }
    public bool Plan { get; set; } = true;

    /// <summary>Illnesses are looked up at once in a plan over the whole catalogue, as in a village; else the transcript gives the answers.</summary>
    public bool LooksUp { get; set; }
    public bool Cards { get; set; } = true;
    public int? OfficerPending { get; set; }

    /// <summary>How many of them wait for somebody else.</summary>
    public int OfficerOthers { get; set; }
    public bool Volunteer { get; set; }
    public List<string> OfficerMay { get; set; } = ["approved", "returned", "refused", "published", "paid"];
    public List<string> Deadlines { get; set; } = [];
    public List<Step> Steps { get; set; } = [];

    public static IReadOnlyList<Transcript> All { get; } = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "transcripts"), "*.yaml").Order(StringComparer.Ordinal).SelectMany(Read)];

    private static List<Transcript> Read(string file) => new DeserializerBuilder()
        .WithNamingConvention(HyphenatedNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .Build()
        .Deserialize<List<Transcript>>(File.ReadAllText(file));
}

/// <summary>One step: exactly one thing that happens, and what is expected of the turn.</summary>
public sealed class Step
{
    public bool Arrive { get; set; }

    /// <summary>The village whose code was scanned.</summary>
    public string? Scans { get; set; }
    public string? Person { get; set; }

    /// <summary>Words that a channel's recogniser made of a voice message.</summary>
    public string? Speech { get; set; }

    /// <summary>"fine:a" is a fine picture with hash a; a bare verdict gets a hash of its own.</summary>
    public List<string>? Photos { get; set; }

    /// <summary>The photos came with the message and lie nowhere else, so that they cannot be fetched later.</summary>
    public bool Uploaded { get; set; }
    public ReadPaper? Read { get; set; }
    public bool Delayed { get; set; }
    public DecidedClaim? Decided { get; set; }
    public string? Moved { get; set; }
    public FoundDisease? Disease { get; set; }
    public int? Waits { get; set; }
    public int? Expires { get; set; }

    /// <summary>"officer 吴会计", "volunteer 李大明", or "no" and why not.</summary>
    public string? Tied { get; set; }
    public bool? Untied { get; set; }

    /// <summary>What became of an officer's order: "done approved", or "no" and why not.</summary>
    public string? Order { get; set; }

    /// <summary>What became of an appeal: "done", or "no" and why not.</summary>
    public string? Appeal { get; set; }

    /// <summary>"claim", or "call" and "objection" with what was said.</summary>
    public string? News { get; set; }

    /// <summary>An officer's words.</summary>
    public string? Answered { get; set; }

    /// <summary>The folder that the step is about, where it is not the open one.</summary>
    public int? About { get; set; }

    /// <summary>So many hours pass before the step.</summary>
    public int Hours { get; set; }

    /// <summary>Message kinds, all of them in order.</summary>
    public List<string>? Says { get; set; }
    public List<string> Contains { get; set; } = [];
    public List<string> Lacks { get; set; } = [];

    /// <summary>Effect names, all of them in order.</summary>
    public List<string> Does { get; set; } = [];
    public int? Folder { get; set; }

    /// <summary>The claim that a ConfirmClaim effect names.</summary>
    public string? Confirms { get; set; }

    /// <summary>Folders that SubmitPaper effects name, in order.</summary>
    public List<int>? Into { get; set; }
    public bool? Consents { get; set; }
}

public sealed class ReadPaper
{
    public string Hash { get; set; } = "";
    public string? Kind { get; set; }
    public string State { get; set; } = "read";
    public string? Advice { get; set; }
    public string? Person { get; set; } = "周桂兰";
    public string? Hospital { get; set; } = "江阴市第九医院";
    public string? Total { get; set; } = "12,345.67";
    public List<string> Doubts { get; set; } = [];
    public List<string> Conflicts { get; set; } = [];

    /// <summary>Read with it, as papers of one file are, and told of afterwards.</summary>
    public List<ReadPaper> Beside { get; set; } = [];

    /// <summary>Read together with another photo of the same paper.</summary>
    public bool Joined { get; set; }

    /// <summary>What the folder's papers of a kind do not say: "discharge-record: [出院诊断]".</summary>
    public Dictionary<string, List<string>> Unfinished { get; set; } = [];

    public List<string> Unsaid { get; set; } = [];
    public List<string> NoRules { get; set; } = [];
}

public sealed class DecidedClaim
{
    public string? Amount { get; set; } = "1,200.00";
    public string Person { get; set; } = "周桂兰";
    public bool Before { get; set; }
    public string State { get; set; } = "received";
    public List<string> Missing { get; set; } = [];
    public string Id { get; set; } = "c-1";
    public string? Admitted { get; set; }
    public string? Discharged { get; set; }
    public string? Reason { get; set; }
    public string? AppealBy { get; set; }
}

public sealed class FoundDisease
{
    public string Asked { get; set; } = "";
    public List<string> Names { get; set; } = [];
    public bool Sure { get; set; } = true;
    public string? Sum { get; set; } = "1,200.00";
}
