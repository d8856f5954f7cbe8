using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>What must be heard whatever is being asked (要紧话): somebody is in danger, has died, was cheated; papers of strangers; whose child it is. The bot decides none of it and calls a person where one is needed.</summary>
internal static partial class Delicate
{
    [GeneratedRegex("喘不[上过]气|透不过气|上不来气|胸口(?:好|很|疼|痛|闷得)|昏(?:倒|过去|迷)|晕(?:倒|过去)|吐血|便血不止|血流不止|抽(?:搐|风)了|口吐白沫|叫不醒|中风了|心脏病犯|快不行了|喝了?农药|不想活|寻短见", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Emergency();

    [GeneratedRegex("去世|过世|病故|咽气|往生|(?:人|他|她|亲人|老人|病人|妈|爸|爹|娘|爷|奶|婆|伴|公|老汉儿?|老头子?|老太太?)(?:已经|就|都|上?礼?拜?|上周|上个?月|昨天|前天|去年|今年|刚){0,3}(?:不在了|没了|走了(?!走|[,，。]?我))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Death();

    [GeneratedRegex("被骗了|受骗了|上当了|(?:给|向|跟)(?:他|她|人家|对方|骗子|那个?人|他们).{0,3}(?:转|汇|打|付|交)了|(?:转|汇|打|付|交)(?:给|过去)?了?(?:他|她|人家|对方|骗子|他们)了?.{0,6}[钱块元百千万]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Cheated();

    [GeneratedRegex("监护人|监护权|判决书|抚养权|收养证", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Guardian();

    [GeneratedRegex("[捡拾](?:到|了|着)[^,。]{0,8}(?:单|纸|票|病历|记录|小结|证|包)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Found();

    [GeneratedRegex("(?:邻居|隔壁|对门|别人|人家|同村|老乡|同事)[^,。]{0,10}(?:钱|补助|批|进度|办|报|领|发)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Somebody();

    public static Talk? Hear(Talk talk, Heard heard)
    {
        if (heard.IsCommand || talk.Knowledge.Officer is not null)
            return null;
        var text = heard.Text;
        return text switch
        {
            _ when Emergency().IsMatch(text) => talk.Say("emergency"),
            _ when Cheated().IsMatch(text) => Call(talk, text).Say(talk.Village is null ? "fraud.paid" : "fraud.paid-called"),
            _ when Death().IsMatch(text) && talk.Village is not null => Call(talk, text).Say("bereaved"),
            _ when IsFound(text) => Questions.IsLasting(talk.State.Waiting) ? talk.Say(FoundPaper.Spoken) : talk.Done().Ask(FoundPaper.Spoken),
            _ when talk.State.Waiting is null or "consent" && Guardian().IsMatch(text) && talk.Village is not null => Call(talk, text).Say("guardian.proof"),
            _ when talk is { State.Waiting: null, Knowledge.Volunteer: null } && heard.Intent is Intent.Progress or Intent.Payment && Somebody().IsMatch(text) && !IsPatient(talk, text) => talk.Say("others-claim"),
            _ => null,
        };
    }

    public static bool IsFound(string text) => Found().IsMatch(text);

    private static bool IsPatient(Talk talk, string text) => talk.State.Patients.Any(p => p.Name.Length > 0 && text.Contains(p.Name, StringComparison.Ordinal));

    private static Talk Call(Talk talk, string text) =>
        talk.Village is null ? talk : talk.Do(new CallOfficer(Plain.Words(text, 200), "human", talk.Claim?.Id)).Remember(s => s with { CalledAt = talk.Knowledge.Now });
}
