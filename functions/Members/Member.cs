namespace Shouwang.Functions.Members;

/// <summary>A member of the association (会员). The identity number itself is not kept.</summary>
/// <param name="Id">The identity number's pseudonym.</param>
/// <param name="Tail">Last four characters of the identity number, for an officer to tell two people of one name apart.</param>
internal sealed record Member(string Id, string Name, string Tail, DateOnly Joined, DateOnly? Left)
{
    /// <summary>Whether the person was a member on that day.</summary>
    public bool On(DateOnly day) => Joined <= day && (Left is null || day <= Left);
}
