namespace Shouwang.Shared.Bills.Papers;

/// <summary>Whether two names as read can be one person's (姓名比对).</summary>
static class PersonNames
{
    /// <summary>Names read surely must be the same; of names hardly legible one character may have been misread.</summary>
    /// <param name="sure">Both were read surely.</param>
    public static bool Same(string a, string b, bool sure)
    {
        if (a == b)
            return true;
        if (sure || a.Length != b.Length)
            return !sure && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));
        var wrong = a.Zip(b).Count(c => c.First != c.Second);
        return wrong * 2 <= a.Length;
    }
}
