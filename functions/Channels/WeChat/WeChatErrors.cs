namespace Shouwang.Functions.Channels.WeChat;

/// <summary>What WeChat's error codes mean for a message (错误码).</summary>
internal static class WeChatErrors
{
    /// <summary>Message menus are for certified service accounts.</summary>
    public const int NoMenus = 40200;

    public static Delivery Outcome(int code) => code switch
    {
        0 => Delivery.Done,
        // The window has closed, or its messages are used up.
        45015 or 45047 => Delivery.Hold,
        // Busy; too often; the day's calls are used up; the token could not be renewed; our address is not on their list.
        -1 => Delivery.Later(),
        45011 => Delivery.Later(TimeSpan.FromMinutes(1)),
        45009 or 40164 => Delivery.Later(TimeSpan.FromHours(1)),
        40001 or 40014 or 42001 => Delivery.Later(TimeSpan.FromMinutes(1)),
        // No such person, not following, refused, limited; not allowed at all; something we should not have sent.
        _ => Delivery.Never($"error {code}"),
    };
}
