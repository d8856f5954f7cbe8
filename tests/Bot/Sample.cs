using System.Collections.Immutable;
using Shouwang.Bot.Understanding;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;

namespace Shouwang.Bot.Tests;

/// <summary>An invented village and an invented claim.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(8));

    public static readonly VillageView Village = new("320281105203", "和风村", "吴会计", "0510-00001234", "3,000.00");

    public static readonly VillageView OtherVillage = new("320281105204", "柳桥村", "陆会计", "0510-00005678", "3,000.00");

    public static readonly PlanView Plan = new("2026-1", new(2026, 1, 1), new(2026, 12, 31), "2026年1月8日村民代表会议决议", "3,000.00", "20,000.00");

    /// <summary>1,200 yuan for every illness.</summary>
    public static readonly Func<string, DiseaseLookedUp> LookUp = IllnessLookup.In(new VillagePlan(
        Village.Code, Plan.Version, Plan.From, Plan.To, Fen.Parse("3000"), Fen.Parse("20000"),
        DiseaseCatalogue.Default.Entries.ToImmutableSortedDictionary(entry => entry.Code, _ => Fen.Parse("1200"), StringComparer.Ordinal), Plan.Resolution));

    public static readonly ClaimView Claim = new(
        "c-1", "周桂兰", "江阴市第九医院", "2026-10-03", "2026-10-11", "急性阑尾炎", "12,345.67", "1,200.00", "壹仟贰佰元整", "4,100.50",
        [new("基本医保", "8,245.17"), new("村医疗互助", "1,200.00")],
        ["得的是急性阑尾炎，村里的方案定额补1,200.00元。", "您自己掏了4,100.50元，比定额多，所以定额全给。"],
        [],
        "received");

    public static ConversationState Consented => new() { Village = Village.Code, ConsentedAt = Now.AddHours(-1), ConsentAsked = true };

    public static Knowledge Known => new() { Now = Now, Villages = [Village], Plan = Plan };

    /// <summary>An invented place: one figure is on file, the cap is not.</summary>
    public static PolicyAnswer Policy(PolicyQuestion question) => question.Kind == "cap"
        ? new PolicyAnswer("青禾县", [], [], ["青禾县居民医保年度封顶线"])
        : new PolicyAnswer("青禾县", [$"起付线：{question.Level ?? "各级"}500.00元"], ["《青禾县医保办法》第五条"], []);

    public static PersonSent Says(string text) => new(new() { Type = "message", Text = text, From = new("dl_1") }, []);

    public static PersonSent Sends(params Picture[] pictures) => new(new() { Type = "message", From = new("dl_1") }, pictures);

    public static PaperView Paper(string hash, string kind, string person = "周桂兰") =>
        new(hash, "read", kind, null, person, "江阴市第九医院", "12,345.67", []);

    public static ImmutableArray<string> Kinds(Turn turn) => [.. turn.Replies.Select(Kind)];

    public static string Kind(Schema.Activity reply) =>
        reply.ChannelData!.Value.GetProperty("shouwang").GetProperty("kind").GetString()!;
}
