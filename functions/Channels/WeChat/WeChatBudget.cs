using System.Globalization;

namespace Shouwang.Functions.Channels.WeChat;

/// <summary>How many messages may still be sent to a person (客服消息配额), and until when.</summary>
internal sealed record WeChatBudget(int Remaining, DateTimeOffset Until)
{
    public const string Memo = "budget";

    public static WeChatBudget None { get; } = new(0, DateTimeOffset.UnixEpoch);

    /// <summary>A message opens five within two days.</summary>
    public static WeChatBudget Message(DateTimeOffset now) => new(5, now.AddHours(48));

    /// <summary>A tap on a menu, a scan or a subscription opens three within a minute.</summary>
    public static WeChatBudget Touch(DateTimeOffset now) => new(3, now.AddMinutes(1));

    /// <summary>What is left after something opened a window: never less than before.</summary>
    public WeChatBudget With(WeChatBudget opened, DateTimeOffset now) =>
        Until <= now || Remaining == 0 || (opened.Remaining >= Remaining && opened.Until >= Until) ? opened : this;

    /// <summary>After one more message, or null where there is none left.</summary>
    public WeChatBudget? Spend(DateTimeOffset now) => Remaining > 0 && Until > now ? this with { Remaining = Remaining - 1 } : null;

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Remaining}|{Until.ToUnixTimeSeconds()}");

    public static WeChatBudget Read(string? text) => text?.Split('|') is [var left, var until]
        ? new(int.Parse(left), DateTimeOffset.FromUnixTimeSeconds(long.Parse(until)))
        : None;
}
